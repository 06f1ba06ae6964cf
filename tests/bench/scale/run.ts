import { spawn } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'

/** What a command took: by the clock, of all processors, and of memory at its highest. */
export type Run = { seconds: number; processorSeconds: number; peakMb: number }

/** Bytes that a process and all that it has begun hold, where the system tells (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const children = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  )
  const pids = children.join(' ').split(/\s+/).filter(Boolean).map(Number)
  const others = await Promise.all(pids.map(memoryOf))
  return others.reduce((sum, each) => sum + each, own)
}

/** Runs a command to its end. @throws with its complaints where it fails */
export async function run(command: string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const started = performance.now()
  // The shell tells the time of all processors, its children's among it.
  const shell = ['-c', 'TIMEFORMAT="took %U %S"; time "$@"', 'bash', ...command]
  const child = spawn('bash', shell, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  let peak = 0
  let watching = true
  const watch = async () => {
    while (watching) {
      peak = Math.max(peak, await memoryOf(child.pid ?? 0))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const watched = watch()
  const code = await new Promise((resolve) => child.on('close', resolve))
  watching = false
  await watched
  const [, user = 0, system = 0] = /^took ([\d.]+) ([\d.]+)$/m.exec(said) ?? []
  if (code !== 0) throw new Error(said)
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: Number(user) + Number(system),
    peakMb: Math.round(peak / 1_048_576),
  }
}
