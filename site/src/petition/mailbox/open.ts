import type { Mailbox } from '../ports.ts'
import { openBackend } from './backend.ts'
import { createMailbox } from './store.ts'

/**
 * Opens the mailbox at `sqlite:PATH` or `postgres://…` and brings its tables up to date.
 * @throws when it cannot be opened; the cause says why
 */
export async function openMailbox(url: string): Promise<Mailbox> {
  return createMailbox(await openBackend(url))
}
