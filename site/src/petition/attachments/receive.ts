import { randomUUID } from 'node:crypto'
import { hashKey } from '../submit/idempotency-key.ts'
import { createAtRestCipher } from './encrypt-at-rest.ts'
import { attachmentOf, encryptDescription, decryptDescription, newUpload } from './stored-upload.ts'
import { joinChunks } from './join-chunks.ts'
import { attachmentLimits } from '@portal/content/attachments/limits'
import { partLimits } from './limits.ts'
import { cleanName, isExecutableName } from '@portal/content/attachments/name'
import type { UploadBounds, UploadStore } from './ports.ts'
import type { Refusal } from '@portal/content/attachments/refusal'
import { Unavailable } from '../failures.ts'

/**
 * Takes one file from a posted form and finishes it; it then stands in the form's list, ready or
 * refused. A file that the form has already brought is not kept twice, so that a form sent again has the
 * same files.
 * @returns false where the form has brought more than it may
 * @throws Unavailable; whatever breaks the stream
 */
export type Receive = (
  key: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
  begunBy: string,
) => Promise<boolean>

export function createReceive(parts: {
  store: UploadStore
  finish: (key: string, id: string) => Promise<void>
  bounds: UploadBounds
  hasSpace: () => Promise<boolean>
  now: () => Date
}): Receive {
  const { store, finish, bounds, hasSpace, now } = parts
  const loose = {
    ...bounds,
    // A form sent again brings its files once more before they are known to be the same.
    files: 2 * bounds.files,
    bytes: 2 * bounds.bytes,
    // How large this one will be is not known: room is kept for the largest.
    waiting: bounds.waiting - attachmentLimits.media,
  }

  return async (key, typedName, content, begunBy) => {
    const keyHash = hashKey(key)
    const id = randomUUID()
    const name = cleanName(typedName)
    const cipher = createAtRestCipher(key, id)
    const refuse = (refusal: Refusal) =>
      store.refuse(id, encryptDescription(cipher, { name, refusal }))

    if (!(await hasSpace())) throw new Unavailable('full', 60)
    const creation = await store.create(newUpload(key, id, name, 0, now()), begunBy, loose)
    if (creation === 'no-room') throw new Unavailable('full', 60)
    if (creation === 'too-many-open') throw new Unavailable('busy', 30)
    if (creation !== 'created') return false
    try {
      if (isExecutableName(typedName)) {
        await refuse('executable')
        return true
      }
      let received = 0
      for await (const part of joinChunks(content, partLimits.most)) {
        if (received + part.length > attachmentLimits.media) {
          await refuse('too-large')
          return true
        }
        const encrypted = cipher.encrypt(part, String(received))
        const stored = { offset: received, length: part.length, content: encrypted }
        await store.put({ keyHash, id }, stored, { bounds, at: now(), grows: true })
        received += part.length
      }
      if (received === 0) {
        await refuse('empty')
        return true
      }
      await finish(key, id)
      await settle(key, id)
      return true
    } catch (error) {
      await store.remove(keyHash, id)
      throw error
    } finally {
      await store.tidy(id)
    }
  }

  /** Looks at the file beside the form's others: it may be one of them, or one too many. */
  async function settle(key: string, id: string): Promise<void> {
    const uploads = await store.list(hashKey(key))
    const described = uploads.map((upload) => ({
      upload,
      description: decryptDescription(createAtRestCipher(key, upload.id), upload),
    }))
    const own = described.find(({ upload }) => upload.id === id)
    if (!own) return
    const { name } = own.description
    if ('refusal' in own.description) {
      // A form that is sent again brings its files again.
      if (own.description.refusal === 'twin') await store.remove(hashKey(key), id)
      return
    }
    const ready = described.flatMap(
      ({ upload, description }) => attachmentOf(upload, description) ?? [],
    )
    const all = uploads.filter(({ state }) => state !== 'refused')
    const bytes = all.reduce((sum, { size }) => sum + size, 0)
    if (ready.length <= bounds.files && bytes <= bounds.bytes) return
    const cipher = createAtRestCipher(key, id)
    await store.refuse(id, encryptDescription(cipher, { name, refusal: 'too-many' }), 'ready')
  }
}
