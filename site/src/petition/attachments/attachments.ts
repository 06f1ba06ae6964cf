import { hashKey } from '../submit/idempotency-key.ts'
import { createAtRestCipher } from './encrypt-at-rest.ts'
import { attachmentViewOf, descriptionOf, newUpload } from './stored-upload.ts'
import { createFinish } from './finish.ts'
import type { FinishParts } from './finish.ts'
import { attachmentLimits } from '@portal/content/attachments/limits'
import { idleTimes, openUploads, unsentTime } from './limits.ts'
import type { AttachmentView } from './attachment-view.ts'
import { cleanName, isExecutableName } from '@portal/content/attachments/name'
import type { Upload, UploadBounds } from './ports.ts'
import { createReady, type Ready } from './ready.ts'
import { createReceive } from './receive.ts'
import type { Receive } from './receive.ts'
import type { Refusal } from '@portal/content/attachments/refusal'

type Begun =
  | { kind: 'begun'; listed: AttachmentView }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'no-room' }
  /** Whoever asks has too many files under way; seconds until some of them are through. */
  | { kind: 'too-many-open'; retryAfter: number }

/**
 * The files of a form, from the first byte until its message takes them along. A `key` is the form's
 * idempotency key, parsed; whoever does not have it learns nothing. All throw `Unavailable` when the
 * store cannot answer in time.
 */
export type Attachments = {
  /**
   * Makes room for a file of `size` bytes. The same id again is the same file.
   * @param begunBy a digest of who asks: what one has under way is bounded
   */
  begin(
    key: string,
    file: { id: string; name: string; size: number },
    begunBy: string,
  ): Promise<Begun>
  /** Takes bytes from `offset` on; how many are there now, `null` where the file is gone or ended. */
  put(key: string, id: string, offset: number, content: Uint8Array): Promise<number | null>
  /** Checks and seals a file that has arrived; as it stands then, `null` where it is gone. */
  finish(key: string, id: string): Promise<AttachmentView | null>
  remove(key: string, id: string): Promise<void>
  /**
   * Erases files that were kept long enough without being sent or saved, and those under way of which
   * nothing more comes, at most `limit` of each; how many.
   */
  eraseDue(limit: number): Promise<number>
  find(key: string, id: string): Promise<AttachmentView | null>
  list(key: string): Promise<AttachmentView[]>
  /** Takes a whole file from a form that was posted without a script. */
  receive: Receive
  /** The files for a message, where the form is sent. */
  ready: Ready
}

/**
 * @param parts `room`: bytes that files not sent yet may take up in all; `hasSpace`: whether the
 *   disk has room for files at all
 */
export function createAttachments(
  parts: FinishParts & { room: number; hasSpace: () => Promise<boolean>; now: () => Date },
): Attachments {
  const { store, room, hasSpace, now } = parts
  const bounds: UploadBounds = {
    files: attachmentLimits.files,
    bytes: attachmentLimits.all,
    waiting: room,
    unsentTime,
    open: openUploads,
    ...idleTimes,
  }
  const finish = createFinish(parts)
  const listed = (key: string, upload: Upload | null) =>
    upload && attachmentViewOf(upload, descriptionOf(key, upload))
  const find = async (key: string, id: string) => listed(key, await store.find(hashKey(key), id))

  return {
    async begin(key, { id, name, size }, begunBy) {
      if (isExecutableName(name)) return { kind: 'refused', refusal: 'executable' }
      if (size === 0) return { kind: 'refused', refusal: 'empty' }
      if (size > attachmentLimits.media) return { kind: 'refused', refusal: 'too-large' }
      if (!(await hasSpace())) return { kind: 'no-room' }
      const keyHash = hashKey(key)
      const upload = newUpload(key, id, cleanName(name), size, now())
      const creation = await store.create(upload, begunBy, bounds)
      if (creation === 'no-room') return { kind: 'no-room' }
      if (creation === 'too-many-open') return { kind: 'too-many-open', retryAfter: 30 }
      if (creation === 'too-many') return { kind: 'refused', refusal: 'too-many' }
      const held = listed(key, await store.find(keyHash, id))
      // The id is another form's: nobody draws the same one by chance.
      return held ? { kind: 'begun', listed: held } : { kind: 'no-room' }
    },

    put(key, id, offset, content) {
      const encrypted = createAtRestCipher(key, id).encrypt(content, String(offset))
      const part = { offset, length: content.length, content: encrypted }
      return store.put({ keyHash: hashKey(key), id }, part, { bounds, at: now() })
    },

    async finish(key, id) {
      await finish(key, id)
      return find(key, id)
    },

    remove: (key, id) => store.remove(hashKey(key), id),
    async eraseDue(limit) {
      const idle = await store.eraseIdle(now(), bounds, limit)
      return idle + (await store.eraseUnsent(new Date(now().getTime() - unsentTime), limit))
    },
    find,

    async list(key) {
      const uploads = await store.list(hashKey(key))
      return uploads.flatMap((upload) => listed(key, upload) ?? [])
    },

    receive: createReceive({ store, finish, bounds, hasSpace, now }),

    ready: createReady(store),
  }
}
