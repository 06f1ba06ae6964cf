import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import { buildCms, cmsProgram } from '../../../scripts/start/cms.ts'
import { ensureSecrets } from '../../../scripts/start/secrets.ts'
import { startServer } from '../../../scripts/start/server.ts'
import { root, type Installation } from '../machine/installation.ts'
import { startMailbox, type OfficeMailbox } from './fake-mailbox.ts'
import { freePorts } from '../machine/ports.ts'

/** A CMS with data of its own, which collects from a mailbox that the test fills. */
export type RunningCms = Pick<Installation, 'cms' | 'logins' | 'dataDir'> & {
  mailbox: OfficeMailbox
  /** Everything that it has written to its log since it was last started. */
  log(): Promise<string>
  /** Ends it in order, does what is given, and starts it again with the same data. */
  restart(meanwhile?: () => Promise<void>): Promise<void>
  /** Ends it, does what is given with its data, and removes them. */
  stop(meanwhile?: () => Promise<void>): Promise<void>
}

const firstKey = async (path: string) => keyLines(await readFile(path, 'utf8'))[0] ?? ''

/** A content folder with what cases need, and nothing to publish, so that seeding it takes no time. */
async function writeContent(folder: string): Promise<string> {
  const bundled = join(root, 'content')
  await mkdir(folder, { recursive: true })
  for (const file of ['settings.json', 'topics.json', 'departments.json']) {
    await copyFile(join(bundled, file), join(folder, file))
  }
  const regions = JSON.parse(await readFile(join(bundled, 'regions.json'), 'utf8')) as {
    slug: string
    tier: string
  }[]
  const few = regions.filter(({ slug, tier }) => tier === 'district' || /^chengxi/.test(slug))
  const named = few.filter(({ tier }) => tier !== 'grid')
  await writeFile(join(folder, 'regions.json'), JSON.stringify(named))
  await writeFile(join(folder, 'reception.json'), '[]')
  return folder
}

/**
 * Fills a data folder with what the run of all tests has prepared (TEST_DESK), so that its tables and first
 * accounts need not be made; other content, or another database, is filled by the first start itself.
 */
async function prefill(dataDir: string, settings: Record<string, string>): Promise<void> {
  const filled = process.env.TEST_DESK
  if (!filled || 'CMS_DATABASE_URL' in settings || 'CONTENT_DIR' in settings) return
  await cp(filled, dataDir, { recursive: true })
}

/** Makes the data of a desk that was started once. @returns its folder, in `parent` */
export async function makeDesk(parent: string): Promise<string> {
  const folder = join(parent, 'desk')
  const office = await startCms()
  await office.stop(() => cp(office.dataDir, folder, { recursive: true }))
  return folder
}

/**
 * Starts the CMS alone, as the start command does, with nothing in its mailbox.
 * @param fill puts what the desk finds into its data folder, before it is started
 */
export async function startCms(
  settings: Record<string, string> = {},
  fill = (dataDir: string) => prefill(dataDir, settings),
): Promise<RunningCms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cms-'))
  await fill(dataDir)
  const layout = dataLayout(dataDir)
  await ensureSecrets(layout)
  const mailbox = await startMailbox(
    await firstKey(layout.recipients),
    await firstKey(layout.mailboxToken),
  )
  const [portalPort, cmsPort] = await freePorts(2)
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATA_DIR: dataDir,
    PORTAL_PORT: String(portalPort),
    CMS_PORT: String(cmsPort),
    MAILBOX_ENDPOINT: mailbox.url,
    CONTENT_DIR: await writeContent(join(dataDir, 'content')),
    ...settings,
  }
  const clear = async () => {
    await mailbox.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const cms = `http://127.0.0.1:${cmsPort}`
  const logFile = join(dataDir, 'logs', 'cms.log')
  const command = [cmsProgram(root)]
  const start = () =>
    startServer('管理后台', command, join(root, 'cms'), env, `${cms}/_health`, logFile)
  // An open mailbox would keep a test that failed here from ending.
  const fail = async (error: unknown) => {
    await clear()
    throw error
  }
  await buildCms(root, env).catch(fail)
  let server = await start().catch(fail)
  return {
    cms,
    dataDir,
    mailbox,
    logins: JSON.parse(await readFile(layout.firstLogin, 'utf8')),
    log: () => readFile(logFile, 'utf8'),
    async restart(meanwhile) {
      await server.stop()
      await meanwhile?.()
      server = await start()
    },
    async stop(meanwhile) {
      await server.stop()
      await meanwhile?.()
      await clear()
    },
  }
}
