import {
  MovedError,
  moveMarks,
  refusalOfMove,
} from '@portal/content/schema/operation/database-move'
import type { Core } from '@strapi/strapi'

/**
 * Keeps the desk from starting with a database that a move to PostgreSQL has not filled yet, or has emptied of its use.
 * Strapi has made its tables by then, which the move relies on.
 * @throws MovedError saying what to do
 */
export async function refuseMoved(strapi: Core.Strapi): Promise<void> {
  // A connection collects what it is asked: each question needs its own.
  const has = (table: string) => strapi.db.getSchemaConnection().hasTable(table)
  const refusal = refusalOfMove({
    unfinished: await has(moveMarks.unfinished),
    finished: await has(moveMarks.finished),
  })
  if (refusal !== null) throw new MovedError(refusal)
}
