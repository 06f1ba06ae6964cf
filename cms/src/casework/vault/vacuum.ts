import type { Core } from '@strapi/strapi'

/**
 * Writes the database anew so that nothing stands on its free pages or in its log any more. SQLite's
 * pages and write-ahead log are whole afterwards; PostgreSQL's tables are, its WAL goes as it is recycled.
 */
export async function sweepDatabase(strapi: Core.Strapi, tables: string[]): Promise<void> {
  const { connection, dialect } = strapi.db
  if (dialect.client === 'postgres') {
    for (const table of tables) await connection.raw('vacuum full ??', [table])
    return
  }
  await connection.raw('vacuum')
  await connection.raw('pragma wal_checkpoint(truncate)')
}
