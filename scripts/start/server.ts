import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A server under way: when it ends by itself, `ended` says why; `stop` ends it in order. */
export type Server = { ended: Promise<Error>; stop(): Promise<void> }

const stopTimeoutMs = 20_000

async function lastLines(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-20).join('\n')
}

function startChild(args: string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  // Its own process group, so that Ctrl-C does not cut it off; the channel tells it when we are gone.
  return spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/**
 * Starts a server and waits until its health address answers.
 * @param log its output goes here; the output of the run before is kept beside it as `.1`
 * @param onProgress is told how far it is, in words, while it does something long
 * @throws where it ends first, with the last lines it wrote
 */
export async function startServer(
  name: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  health: string,
  log: string,
  onProgress: (words: string) => void = () => undefined,
): Promise<Server> {
  await mkdir(dirname(log), { recursive: true, mode: 0o700 })
  await chmod(dirname(log), 0o700)
  await rename(log, `${log}.1`).catch(() => undefined)
  const child = startChild(args, cwd, env)
  const output = createWriteStream(log, { mode: 0o600 })
  child.stdout?.pipe(output, { end: false })
  child.stderr?.pipe(output, { end: false })
  child.on('message', (said: { progress?: string }) => {
    if (typeof said.progress === 'string') onProgress(said.progress)
  })
  let stopping = false
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ended = closed.then(async () => {
    output.end()
    if (stopping) return new Promise<Error>(() => undefined)
    return new Error(`${name}停止了。它最后写下的是：\n${await lastLines(log)}\n完整记录：${log}`)
  })
  const stop = async () => {
    stopping = true
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
    await closed
    clearTimeout(timer)
  }
  const waiting = new AbortController()
  // Or asking would go on for ever, and keep whoever started it from ending.
  void closed.then(() => waiting.abort())
  await Promise.race([
    waitFor(health, waiting.signal),
    ended.then((error) => Promise.reject(error)),
  ])
  return { ended, stop }
}

/** Asks until there is an answer, or nobody waits for one any more. */
async function waitFor(health: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const response = await fetch(health, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  // The end of the server is told by itself.
  await new Promise(() => undefined)
}
