import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { releaseOutcome, type ReleaseOutcome } from '@portal/content/schema/release/release-outcome'
import { childEnvironment, environment } from '../../environment.ts'

/** So many characters of its complaints are kept for the log. */
const mostKept = 20_000

/**
 * Runs a command of the project that makes a release.
 * @param script `build.ts` puts it in a folder, `release.ts` before citizens
 * @returns what became of it, and what it wrote on its error output; no fault is named where the machine is at fault
 */
export function runReleaseCommand(
  script: 'build.ts' | 'release.ts',
  args: readonly string[],
  settings: Record<string, string>,
  signal?: AbortSignal,
): Promise<{ outcome: ReleaseOutcome; errors: string }> {
  return new Promise((resolve) => {
    const command = [join(environment.root, 'scripts', script), '--json', ...args]
    const child = spawn(process.execPath, command, {
      cwd: environment.root,
      env: childEnvironment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', ({ message }) =>
      resolve({ outcome: { ok: false, faults: [] }, errors: message }),
    )
    child.on('close', () =>
      resolve({ outcome: readOutcome(output), errors: errors.trim().slice(0, mostKept) }),
    )
  })
}

function readOutcome(output: string): ReleaseOutcome {
  try {
    return releaseOutcome.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
  } catch {
    // It was killed, or broke before it could say so.
    return { ok: false, faults: [] }
  }
}
