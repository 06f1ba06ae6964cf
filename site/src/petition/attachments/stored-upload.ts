import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { AtRestCipher } from './encrypt-at-rest.ts'
import type { AttachmentView } from './attachment-view.ts'
import type { Upload } from './ports.ts'
import type { Refusal } from '@portal/content/attachments/refusal'
import { hashKey } from '../submit/idempotency-key.ts'
import { createAtRestCipher } from './encrypt-at-rest.ts'

/** What is known of a file: only its name, what it turned out to be, or why it is not taken. */
type Description =
  | { name: string }
  | ({ name: string } & Pick<Attachment, 'type' | 'bytes' | 'sha256'>)
  | { name: string; refusal: Refusal }

const place = 'description'

/** A description as it is stored. */
export function encryptDescription(cipher: AtRestCipher, description: Description): Buffer {
  return cipher.encrypt(Buffer.from(JSON.stringify(description)), place)
}

/** A stored description. @throws when it is damaged or of another form */
export function decryptDescription(cipher: AtRestCipher, upload: Upload): Description {
  return JSON.parse(cipher.decrypt(upload.description, place).toString('utf8')) as Description
}

/** The description of a file of the form whose key it is. @throws as `decryptDescription` */
export function descriptionOf(key: string, upload: Upload): Description {
  return decryptDescription(createAtRestCipher(key, upload.id), upload)
}

/** A file as its citizen is told of it; `null` where it is being erased. */
export function attachmentViewOf(upload: Upload, description: Description): AttachmentView | null {
  const { id, size, received, state } = upload
  const { name } = description
  if (state !== 'refused') return { id, name, size, received, state }
  if (!('refusal' in description)) return null
  return { id, name, size, received, state, refusal: description.refusal }
}

/** A file as a message tells of it; `null` where it is not ready. */
export function attachmentOf(upload: Upload, description: Description): Attachment | null {
  if (upload.state !== 'ready' || !('sha256' in description)) return null
  return { id: upload.id, ...description }
}

/** A file of which nothing has arrived yet. */
export function newUpload(
  key: string,
  id: string,
  name: string,
  size: number,
  createdAt: Date,
): Upload {
  return {
    id,
    keyHash: hashKey(key),
    state: 'open',
    size,
    received: 0,
    description: encryptDescription(createAtRestCipher(key, id), { name }),
    createdAt,
  }
}
