import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { Decrypter } from 'age-encryption'

/** Where the sealed file of an attachment is kept. Number and id are digits and a UUID by schema. */
export function sealedPath(folder: string, number: string, id: string): string {
  return join(folder, number, `${id}.age`)
}

/**
 * Opens a sealed file. Resolves once its head has opened; damage further on breaks the stream.
 * @throws where the file is not there, or no identity opens it
 */
export async function openSealed(path: string, identities: string[]): Promise<Readable> {
  await stat(path)
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const source = createReadStream(path)
  try {
    const sealed = Readable.toWeb(source) as ReadableStream<Uint8Array>
    const plain = await decrypter.decrypt(sealed)
    return Readable.fromWeb(plain as NodeReadableStream)
  } catch (cause) {
    source.destroy()
    throw cause
  }
}

/** A fault of the disk, as against a file that does not open. */
function isSystemFault(error: unknown): boolean {
  return typeof (error as { syscall?: unknown }).syscall === 'string'
}

/** Whether a sealed file opens and is what the message describes. Reads it as a stream. */
export async function isDescribed(
  path: string,
  { bytes, sha256 }: Attachment,
  identities: string[],
): Promise<boolean> {
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const chunk of await openSealed(path, identities)) {
      hash.update(chunk as Uint8Array)
      length += (chunk as Uint8Array).length
    }
  } catch (error) {
    if (isSystemFault(error)) throw error
    return false
  }
  return length === bytes && hash.digest('base64') === sha256
}
