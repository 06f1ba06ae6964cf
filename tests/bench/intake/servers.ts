import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { portalProcess } from '../../../scripts/start/portal.ts'
import { root } from '../../support/machine/installation.ts'
import { until } from '../../support/machine/until.ts'
import type { Job, Load } from './load.ts'

/** The portal under measurement. */
type Portal = { url: string; residentMb(): number; stop(): Promise<void> }

/** Starts the portal as the start command does, but for its limits, with its log in a file. */
export async function startPortal(dataDir: string, port: number): Promise<Portal> {
  const log = openSync(join(dataDir, 'portal.log'), 'w')
  const { args, env } = portalProcess(join(import.meta.dirname, 'portal.ts'))
  const child = spawn(process.execPath, args, {
    cwd: join(root, 'site'),
    env: {
      ...env,
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORTAL_PORT: String(port),
    },
    stdio: ['ignore', log, log],
  })
  const url = `http://127.0.0.1:${port}`
  await until('the portal', 60, async () => {
    if (child.exitCode !== null) throw new Error(readFileSync(join(dataDir, 'portal.log'), 'utf8'))
    const response = await fetch(`${url}/healthz`).catch(() => null)
    return response?.ok || undefined
  })
  return {
    url,
    residentMb: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Starts the bare loop with the portal's keys and a database of its own; `bare.ts` says which. */
export async function startBare(
  dataDir: string,
  made: 'of-libraries' | 'of-our-parts',
): Promise<{ url: string; stop(): void }> {
  const file = join(dataDir, `bare-${made}`, 'mailbox.db')
  const child = fork(join(import.meta.dirname, 'bare.ts'), [dataDir, file, made])
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { url: `http://127.0.0.1:${message.port}/`, stop: () => void child.kill() }
}

/** The process that makes load; one job at a time. */
export function startLoad(): { run(job: Job): Promise<Load>; stop(): void } {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load process ended before its time')
  })
  // A stop at the end is no fault, and nobody waits then.
  ended.catch(() => undefined)
  return {
    async run(job) {
      child.send(job)
      const [load] = (await Promise.race([once(child, 'message'), ended])) as [Load]
      return load
    },
    stop: () => void child.kill(),
  }
}
