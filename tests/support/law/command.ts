import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../scripts/import.ts', import.meta.url))

/** What the command printed and how it ended. */
type Run = { code: number | null; lines: Record<string, unknown>[]; errors: string }

/** Runs the import command as its own process, with only the given settings. */
export async function runImport(
  words: string[],
  settings: Record<string, string> = {},
  cwd?: string,
): Promise<Run> {
  const env = { PATH: process.env['PATH'] ?? '', ...settings }
  const child = spawn(process.execPath, [script, ...words], { env, ...(cwd ? { cwd } : {}) })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  const lines = output.split('\n').filter(Boolean)
  return { code, errors, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}
