import { mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import Database from 'better-sqlite3'
import { exists } from '../exists.ts'
import { BackupError } from './backup-error.ts'

/**
 * Copies an SQLite database as it stands at one moment, while it is written to.
 * @param url `sqlite:` and its path in the data folder
 * @param work where the copy goes, under the path that it has in the data folder
 * @returns that path; null where there is no such database yet
 * @throws BackupError where the database is another program's, or lies elsewhere
 */
export async function copyDatabase(
  url: string,
  dataDir: string,
  work: string,
): Promise<string | null> {
  if (!url.startsWith('sqlite:')) {
    throw new BackupError(
      '数据库在 PostgreSQL 里，这条命令备份不了：请用 pg_dump 备份数据库，再用文件备份工具备份数据文件夹。',
    )
  }
  const path = url.slice('sqlite:'.length)
  const place = relative(dataDir, path)
  if (place.startsWith('..')) {
    throw new BackupError(`数据库 ${path} 不在数据文件夹 ${dataDir} 里，请另行备份。`)
  }
  if (!(await exists(path))) return null
  await mkdir(dirname(join(work, place)), { recursive: true, mode: 0o700 })
  const database = new Database(path, { readonly: true })
  try {
    await database.backup(join(work, place))
  } finally {
    database.close()
  }
  return place
}
