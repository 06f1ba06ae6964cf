import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from './ports.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A portal and a CMS that were brought up by the real start command, with data of their own. */
export type Installation = {
  dataDir: string
  portal: string
  cms: string
  logins: { role: string; name: string; email: string; password: string }[]
  /** What the start command has printed by the time it shows the addresses. */
  printed: string
  stop(): Promise<void>
}

/**
 * Runs the start command in a new data folder on free ports and waits until it has printed its
 * addresses. `stop` ends it as Ctrl-C would and removes the data.
 * @throws with everything it printed, where it ends first
 */
export async function install(settings: Record<string, string> = {}): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'))
  const [portalPort, cmsPort] = await freePorts(2)
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORTAL_PORT: String(portalPort),
      CMS_PORT: String(cmsPort),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ctrl-C')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void closed.then(() => reject(new Error(`npm start ended:\n${output}`)))
  })
  const logins = JSON.parse(await readFile(join(dataDir, 'first-login.json'), 'utf8'))
  return {
    dataDir,
    portal: `http://localhost:${portalPort}`,
    cms: `http://localhost:${cmsPort}`,
    logins,
    printed: output,
    async stop() {
      child.kill('SIGTERM')
      await closed
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
