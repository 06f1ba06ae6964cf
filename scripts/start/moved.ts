import Database from 'better-sqlite3'
import type { Environment } from '@portal/content/schema/operation/environment'
import { moveMarks } from '@portal/content/schema/operation/database-move'
import { exists } from '../exists.ts'
import { dataLayout } from '@portal/content/schema/operation/data-layout'

function isMoved(path: string): boolean {
  const database = new Database(path, { readonly: true })
  try {
    const table = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?")
    return table.get(moveMarks.finished) !== undefined
  } finally {
    database.close()
  }
}

/**
 * Makes sure that nobody starts anew in PostgreSQL while what there is still lies in SQLite.
 * @throws naming the file, and what to do
 */
export async function requireMoved({
  dataDir,
  cmsDatabaseUrl,
  mailboxUrl,
}: Pick<Environment, 'dataDir' | 'cmsDatabaseUrl' | 'mailboxUrl'>): Promise<void> {
  const { cmsDatabase, mailboxDatabase } = dataLayout(dataDir)
  for (const [path, url] of [
    [cmsDatabase, cmsDatabaseUrl],
    [mailboxDatabase, mailboxUrl],
  ] as const) {
    if (url.startsWith('sqlite:') || !(await exists(path)) || isMoved(path)) continue
    throw new Error(
      `设置里用 PostgreSQL，数据却还在 ${path}：请先运行 npm run migrate 搬过去。不要这些数据的，把这个文件移到别处再启动。`,
    )
  }
}
