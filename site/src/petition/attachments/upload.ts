import { hashKey } from '../submit/idempotency-key.ts'
import { createAtRestCipher } from './encrypt-at-rest.ts'
import { encryptDescription } from './description.ts'
import type { Upload } from './ports.ts'

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
