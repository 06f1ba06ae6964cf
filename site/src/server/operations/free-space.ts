import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes that stay free for petitions: files are turned away before those are. */
const reserve = 200 * 1024 * 1024

/**
 * Says whether the disk of the mailbox has room for files. A PostgreSQL on another machine says so
 * itself, when it is full.
 */
export function diskReader(mailboxUrl: string): () => Promise<boolean> {
  if (!mailboxUrl.startsWith('sqlite:')) return async () => true
  const folder = dirname(mailboxUrl.slice('sqlite:'.length))
  return async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize > reserve
  }
}
