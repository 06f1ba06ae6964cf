/**
 * A move from SQLite to PostgreSQL marks both ends by a table of this name: the new one until it holds everything, the
 * old one from then on. A program that finds it does not start: it would go on with half of what was there.
 */
export const moveMarks = { unfinished: 'unfinished_move', finished: 'finished_move' } as const

/** Why a program does not start, and what to do; null where there is no such table. */
export function refusalOfMove(tables: { unfinished: boolean; finished: boolean }): string | null {
  if (tables.unfinished) {
    return '迁移到 PostgreSQL 没有做完，这个数据库里的数据不全：请停止服务，再运行一次 npm run migrate。'
  }
  if (tables.finished) {
    return '这个 SQLite 数据库已经迁移到 PostgreSQL，不再使用：请检查 CMS_DATABASE_URL 和 MAILBOX_URL 是否指向新数据库。'
  }
  return null
}

/** The database is not to be used; the message says why and what to do. */
export class MovedError extends Error {
  override name = 'MovedError'
}
