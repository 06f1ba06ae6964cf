import type { NotifyWay } from '@portal/content/schema/petition'
import type { Generated, Kysely, Transaction } from 'kysely'

/** Rows as they are stored. Times are ISO 8601 in UTC, so that they sort as text. */
export type MailboxTables = {
  receipts: {
    number: string
    key_hash: Buffer
    body_hash: Buffer
    early_salt: Buffer | null
    early_verifier: Buffer | null
    /** `null` in receipts of an older portal until their holder has come in. */
    mark: number | null
    created_at: string
  }
  messages: {
    sequence: Generated<number>
    id: string
    number: string
    sealed: Buffer
    received_at: string
    acknowledged_at: string | null
  }
  statuses: {
    number: string
    revision: number
    sealed: Buffer
    salt: Buffer
    verifier: Buffer
    wrapped_identity: Buffer
    updated_at: string
  }
  drafts: {
    id: Buffer
    /** Of the form's key; `null` in a draft that an older portal has saved. */
    key_hash: Buffer | null
    sealed: Buffer
    saved_at: string
  }
  uploads: {
    id: string
    key_hash: Buffer
    message_id: string | null
    state: 'open' | 'ready' | 'refused'
    size: number
    received: number
    description: Buffer
    run: string | null
    sealed_bytes: number | null
    created_at: string
    /** `null` once it belongs to a message, and in files that an older portal began. */
    begun_by: string | null
    /** `null` in files that an older portal began. */
    touched_at: string | null
  }
  upload_parts: {
    upload_id: string
    run: string
    place: number
    content: Buffer
  }
  spent: {
    challenge: string
    key_hash: Buffer
    expires_at: string
  }
  channels: {
    way: NotifyWay
  }
  missed_queries: {
    digest: Buffer
    /** `null` until it was seen often enough. */
    query: string | null
    count: number
    /** A day in Shanghai, `YYYY-MM-DD`. */
    last_day: string
  }
}

export type Dialect = 'sqlite' | 'postgres'

/** What differs between the databases. */
export type Backend = {
  dialect: Dialect
  db: Kysely<MailboxTables>
  /** Runs an operation; turns "not now" of the database into `Unavailable`, after bounded waiting. */
  attempt<T>(operation: () => Promise<T>): Promise<T>
  /** Makes the order in which messages get their sequence the order in which they become visible. */
  orderAppends(transaction: Transaction<MailboxTables>): Promise<void>
}
