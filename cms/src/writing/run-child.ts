import { execFile } from 'node:child_process'

const timeoutMs = 30_000
const memoryMegabytes = 512
const largestAnswer = 64 * 1024 * 1024

/**
 * Runs a script of the project in a process of its own, with limits of time and memory, so that
 * no file that staff were sent can take the desk down.
 * @returns its last line of output; undefined where it did not come to an end in order
 */
export function runChild(script: string, args: string[]): Promise<string | undefined> {
  const flags = [
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    `--max-old-space-size=${memoryMegabytes}`,
  ]
  const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: largestAnswer } as const
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, script, ...args], options, (error, stdout) => {
      const line = stdout.trim().split('\n').at(-1)
      // A script that refuses a file says so on its last line and ends with 1.
      resolve(error && (error.killed || error.code !== 1) ? undefined : line || undefined)
    })
  })
}
