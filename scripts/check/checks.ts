import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { step } from '../progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = ['site/src', 'cms/src', 'content', 'scripts', 'tests']

/** What must be clean at every commit: one linter, one formatter, the types of every workspace. */
const checks: Record<string, string[]> = {
  格式: ['prettier', '--check', '--log-level', 'warn', '.'],
  规范: ['eslint', '.', '--max-warnings', '0'],
  依赖: ['depcruise', '--config', 'scripts/check/dependencies.mjs', ...sources],
  软件包: ['node', 'scripts/check/packages.ts'],
  '类型 content': ['tsc', '-p', 'content'],
  '类型 site': ['astro', 'check', '--root', 'site', '--minimumFailingSeverity', 'hint'],
  生成的类型: ['node', 'scripts/types/check.ts'],
  '类型 cms': ['tsc', '-p', 'cms', '--noEmit'],
  '类型 cms/src/admin': ['tsc', '-p', 'cms/src/admin'],
  '类型 scripts': ['tsc', '-p', 'scripts'],
  '类型 tests': ['tsc', '-p', 'tests'],
}

function run([command = '', ...args]: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim()))))
  })
}

/**
 * Runs every check, two at a time, and shows what each complains of.
 * @returns the names of those that failed
 */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = []
  const waiting = Object.entries(checks)
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next
      try {
        await step(name, () => run(command))
      } catch (error) {
        console.error((error as Error).message)
        failed.push(name)
      }
    }
  }
  await Promise.all([lane(), lane()])
  return failed
}

/** How many checks there are. */
export const checkCount = Object.keys(checks).length
