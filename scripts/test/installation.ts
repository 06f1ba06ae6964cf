import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { until } from '../../tests/support/machine/until.ts'
import { exists } from '../exists.ts'
import { step } from '../progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The origin that pages of copies name; a port of their own would have each built anew. */
export const sharedOrigin = 'http://portal.example'

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Runs the start command until it has printed its addresses, then ends it as Ctrl-C would. */
async function fill(dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORTAL_PORT: String(await freePort()),
      CMS_PORT: String(await freePort()),
      SITE_URL: sharedOrigin,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('Ctrl-C')) resolve()
      })
    }
  })
  await Promise.race([started, closed])
  if (!printed.includes('Ctrl-C')) throw new Error(`npm start ended:\n${printed}`)
  // The first snapshot is written after the addresses are printed. Without it, every copy would begin with
  // writing its own, and a test that damages a file could be quicker than that.
  const index = join(dataDir, 'snapshot.index.json')
  await until('the first snapshot', 120, async () => (await exists(index)) || undefined)
  child.kill('SIGTERM')
  await closed
}

/**
 * Publishes the first snapshot as it is. The first release is made of the bundled content, and what says the same in
 * other bytes would be made anew by the first publication in each copy.
 */
async function publish(dataDir: string): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'release.ts')], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      CONTENT_DIR: dataLayout(dataDir).snapshot,
      SITE_URL: sharedOrigin,
    },
  })
}

/**
 * Brings a seeded installation up once, by the real start command, for all tests that begin with a
 * copy of one. Seeding takes half a minute and is the same each time; that it works from nothing is a
 * test of its own.
 * @param folder a place for it
 * @returns its data folder
 * @throws with everything that the start command printed, where it ends first
 */
export async function makeInstallation(folder: string): Promise<string> {
  const dataDir = join(folder, 'installation')
  await step('准备测试用的门户和管理后台', async () => {
    await fill(dataDir)
    await publish(dataDir)
  })
  return dataDir
}
