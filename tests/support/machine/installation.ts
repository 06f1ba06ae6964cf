import { spawn } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedOrigin } from '../../../scripts/test/installation.ts'
import { freePorts } from './ports.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A portal and a CMS that were brought up by the real start command, with data of their own. */
export type Installation = {
  dataDir: string
  portal: string
  cms: string
  logins: { role: string; name: string; email: string; password: string }[]
  /** What the start command has printed by the time it shows the addresses. */
  printed: string
  /** Ends everything as Ctrl-C would and brings it up again with the same data, from then on with more settings. */
  restart(meanwhile?: () => Promise<void>, more?: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

type Run = { printed: string; end(): Promise<void> }

/**
 * Runs the start command until it has printed its addresses.
 * @param machine what stands before a command so that it runs on another machine
 * @throws with everything it printed, where it ends first
 */
export async function runStart(
  env: NodeJS.ProcessEnv,
  machine: readonly string[] = [],
): Promise<Run> {
  const command = [...machine, process.execPath, join(root, 'scripts', 'run.mjs'), 'start']
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void closed.then(() => reject(new Error(`npm start ended:\n${printed}`)))
  })
  return {
    printed,
    async end() {
      child.kill('SIGTERM')
      await closed
    },
  }
}

/**
 * Fills a data folder with what the run of all tests has prepared (TEST_INSTALLATION), so that it need
 * not be seeded.
 * @returns the settings under which it was; none where nothing was prepared and the folder is empty
 */
export function prefill(dataDir: string): Record<string, string> {
  const filled = process.env.TEST_INSTALLATION
  if (!filled) return {}
  // Two thousand small files: through promises each takes five times as long.
  cpSync(filled, dataDir, { recursive: true, verbatimSymlinks: true })
  // Which leaves folders open to everybody.
  for (const name of readdirSync(filled)) {
    chmodSync(join(dataDir, name), statSync(join(filled, name)).mode)
  }
  return { SITE_URL: sharedOrigin }
}

/**
 * Runs the start command in a data folder of its own on free ports and waits until it has printed its
 * addresses. `stop` ends it as Ctrl-C would and removes the data. The folder is prefilled, unless it
 * is to be `fresh`.
 * @throws with everything it printed, where it ends first
 */
export async function install(
  settings: Record<string, string> = {},
  { fresh = false } = {},
): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'))
  const prefilled = fresh ? {} : prefill(dataDir)
  const [portalPort, cmsPort] = await freePorts(2)
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORTAL_PORT: String(portalPort),
    CMS_PORT: String(cmsPort),
    ...prefilled,
    ...settings,
  }
  let running = await runStart(env)
  const logins = JSON.parse(await readFile(join(dataDir, 'first-login.json'), 'utf8'))
  return {
    dataDir,
    portal: `http://localhost:${portalPort}`,
    cms: `http://localhost:${cmsPort}`,
    logins,
    printed: running.printed,
    async restart(meanwhile, more = {}) {
      await running.end()
      await meanwhile?.()
      Object.assign(env, more)
      running = await runStart(env)
    },
    async stop() {
      await running.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
