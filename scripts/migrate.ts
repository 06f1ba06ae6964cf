import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { readEnvironment, type Environment } from '@portal/content/schema/operation/environment'
import { makeDeskTables, makeMailboxTables } from './migrate/make-tables.ts'
import { MigrateError } from './migrate/migrate-error.ts'
import { moveTables } from './migrate/move-tables.ts'
import { openSource, type Source } from './migrate/source.ts'
import { markUnfinished, openTarget, type Target } from './migrate/target.ts'
import { step } from './progress.ts'

const usage = `用法：CMS_DATABASE_URL=postgres://… MAILBOX_URL=postgres://… npm run migrate
  把数据文件夹（DATA_DIR）里的 SQLite 数据库搬到空的 PostgreSQL，逐行核对。先停止服务、做一次备份。`

/** A database to move: what it is called, its SQLite, where it goes, a table that it always has. */
type Move = {
  name: string
  path: string
  url: string
  ours: string
  makeTables: () => Promise<void>
}

type Ends = { source: Source; target: Target }

/** Opens both ends, which nobody else may use meanwhile, and marks the new one; null where there is nothing to move. */
async function openEnds({ path, url, ours }: Move): Promise<Ends | null> {
  const source = openSource(path)
  if (!source || source.isMoved()) {
    source?.close()
    return null
  }
  try {
    const target = await openTarget(url)
    await markUnfinished(target, ours).catch(async (error: unknown) => {
      await target.close()
      throw error
    })
    return { source, target }
  } catch (error) {
    source.close()
    throw error
  }
}

async function moveOne({ name, path, makeTables }: Move, ends: Ends | null): Promise<void> {
  if (ends === null) {
    console.log(`${name}：没有要搬的（没有 SQLite 数据库，或者已经搬过）。`)
    return
  }
  await step(`为${name}建表`, makeTables)
  const { source, target } = ends
  const rows = await step(`搬迁${name}`, (progress) => moveTables(source, target, progress))
  console.log(`${name}：搬了 ${rows} 行，逐行核对无误。原来的文件 ${path} 留着，不再使用。`)
}

function movesOf({ root, dataDir, cmsDatabaseUrl, mailboxUrl }: Environment): Move[] {
  const layout = dataLayout(dataDir)
  const moves = [
    {
      name: '管理后台的数据库',
      path: layout.cmsDatabase,
      url: cmsDatabaseUrl,
      ours: 'strapi_core_store_settings',
      makeTables: () => makeDeskTables(root, process.env),
    },
    {
      name: '门户的信箱',
      path: layout.mailboxDatabase,
      url: mailboxUrl,
      ours: 'receipts',
      makeTables: () => makeMailboxTables(mailboxUrl),
    },
  ]
  return moves.filter(({ url }) => !url.startsWith('sqlite:'))
}

/** @returns the exit code */
async function run(): Promise<number> {
  const environment = readEnvironment(process.env)
  const moves = movesOf(environment)
  if (process.argv.length > 2 || moves.length === 0) {
    console.error(usage)
    return 2
  }
  if (new Set(moves.map(({ url }) => url)).size < moves.length) {
    throw new MigrateError('管理后台和门户各用一个数据库：两个地址不能相同。')
  }
  const opened: [Move, Ends | null][] = []
  try {
    // Both new databases are marked before anything is moved, so that neither is started with meanwhile.
    for (const one of moves) opened.push([one, await openEnds(one)])
    for (const [one, ends] of opened) await moveOne(one, ends)
  } finally {
    for (const [, ends] of opened) {
      ends?.source.close()
      await ends?.target.close()
    }
  }
  return 0
}

try {
  process.exitCode = await run()
} catch (error) {
  const isExpected = error instanceof MigrateError || (error as Error).name === 'EnvironmentError'
  console.error(isExpected ? `✗ ${(error as Error).message}` : error)
  process.exitCode = 1
}
