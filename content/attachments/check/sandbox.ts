import { spawn } from 'node:child_process'

const timeout = 30_000
/** No way to write files or to start anything, and nothing of this process's environment. */
const confinement = ['--permission', '--allow-addons', '--allow-fs-read=*', '--no-warnings']

/**
 * Gives bytes to a script that runs as a process of its own, so that a hostile file can end nothing but
 * this, and that is ended when it takes too long.
 * @returns its exit code (`null` where it was ended) and what it wrote
 */
export async function runSandboxed(
  script: string,
  input: Uint8Array,
): Promise<{ code: number | null; bytes: Buffer }> {
  const child = spawn(process.execPath, [...confinement, '--max-old-space-size=512', script], {
    env: { MALLOC_ARENA_MAX: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // It may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  return { code: await ended, bytes: Buffer.concat(chunks) }
}
