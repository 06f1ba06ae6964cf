import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { Generated } from 'kysely'

/** Rows as they are stored. Times are ISO 8601 in UTC, so that they sort as text. */
export type MailboxTables = {
  receipts: {
    number: string
    key_hash: Buffer
    body_hash: Buffer
    pre_collection_salt: Buffer | null
    pre_collection_verifier: Buffer | null
    /** `codeMark` of the right code; `null` while no portal has seen that code. */
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
  }
  drafts: {
    id: Buffer
    /** Of the form's key: filing erases the draft, and its files stay as long as it does. */
    key_hash: Buffer
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
    /** Keyed digest of the address that began it; `null` once it belongs to a message. */
    begun_by: string | null
    /** When something of it arrived last. */
    touched_at: string
  }
  upload_parts: {
    upload_id: string
    run: string
    place: number
    content: Buffer
  }
  reply_files: {
    id: string
    number: string
    /** The run whose parts are the file; `null` until all have come. */
    run: string | null
    sealed_bytes: number | null
    /** 1 once a status names it: then it stays as long as that status. */
    named: number
    created_at: string
  }
  reply_file_parts: {
    file_id: string
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
