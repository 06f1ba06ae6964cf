import type { Kysely, Transaction } from 'kysely'
import type { Dialect, MailboxTables } from './schema.ts'

/** What differs between the databases. */
export type Backend = {
  dialect: Dialect
  db: Kysely<MailboxTables>
  /** Runs an operation; turns "not now" of the database into `Unavailable`, after bounded waiting. */
  attempt<T>(operation: () => Promise<T>): Promise<T>
  /** Makes the order in which messages get their sequence the order in which they become visible. */
  orderAppends(transaction: Transaction<MailboxTables>): Promise<void>
}
