import { createHash, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { Encrypter } from 'age-encryption'
import { layout } from '../../environment.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { sealedPath } from '../sealed/sealed-file.ts'
import type { CheckedFile } from './check-file.ts'
import { syncFolder, writeWhole } from './write-whole.ts'

/**
 * Puts a file away sealed to the office, the offline recovery key included, as those that come from the portal.
 * @param folder in which the files of all cases are
 */
export async function sealFile(
  folder: string,
  number: string,
  { name, type, bytes }: Extract<CheckedFile, { ok: true }>,
): Promise<Attachment> {
  const encrypter = new Encrypter()
  for (const recipient of readKeyFile(layout.recipients)) encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(bytes)
  const id = randomUUID()
  const path = sealedPath(folder, number, id)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeWhole(path, pieces(sealed))
  await syncFolder(dirname(path))
  const sha256 = createHash('sha256').update(bytes).digest('base64')
  return { id, name, type, bytes: bytes.length, sha256 }
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
