import type { Attachment } from '@portal/content/schema/petition/attachment'
import { Unavailable } from '../failures.ts'
import { hashKey } from '../submit/idempotency-key.ts'
import { statedFiles } from './attachment-view.ts'
import type { UploadStore } from './ports.ts'
import type { Refusal } from '@portal/content/attachments/refusal'
import { attachmentOf, attachmentViewOf, descriptionOf } from './stored-upload.ts'

/** The files that go with a message, or why the form cannot be sent with them. */
export type Readied =
  | { ok: true; attachments: Attachment[] }
  /** `refused` by name; where there is none, a file that the form names is not there any more. */
  | { ok: false; refused: { name: string; refusal: Refusal }[] }

/**
 * The files for a message. `stated` is what the form says: ids with spaces between them, one of
 * `statedFiles`, or nothing. Hand their ids to `Mailbox.file` or `append`, which makes them the message's. A
 * refusal is told once: the next time the form goes without that file.
 */
export type Ready = (key: string, stated: string) => Promise<Readied>

/** Makes the function that gathers the files of a form for its message. */
export function createReady(store: Pick<UploadStore, 'list' | 'remove'>): Ready {
  return async (key, stated) => {
    const names = stated.split(' ').filter((id) => id !== '')
    if (names.length === 0) return { ok: true, attachments: [] }
    if (stated === statedFiles.unstored) throw new Unavailable('full', 60)
    if (stated === statedFiles.tooMany) {
      return { ok: false, refused: [{ name: '附件', refusal: 'too-many' }] }
    }
    const uploads = await store.list(hashKey(key))
    const found = uploads.flatMap(
      (upload) => attachmentOf(upload, descriptionOf(key, upload)) ?? [],
    )
    if (stated !== statedFiles.every) {
      const attachments = found.filter(({ id }) => names.includes(id))
      const whole = attachments.length === new Set(names).size
      return whole ? { ok: true, attachments } : { ok: false, refused: [] }
    }
    const refused = uploads.flatMap((upload) => {
      const entry = attachmentViewOf(upload, descriptionOf(key, upload))
      return entry?.state === 'refused' ? [entry] : []
    })
    if (refused.length === 0) return { ok: true, attachments: withoutTwins(found) }
    for (const { id } of refused) await store.remove(hashKey(key), id)
    return { ok: false, refused: refused.map(({ name, refusal }) => ({ name, refusal })) }
  }
}

/** Two portals may each have taken the same file at the same moment. */
function withoutTwins(attachments: Attachment[]): Attachment[] {
  const first = new Map<string, Attachment>()
  for (const attachment of attachments) {
    if (!first.has(attachment.sha256)) first.set(attachment.sha256, attachment)
  }
  return [...first.values()]
}
