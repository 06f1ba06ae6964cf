import { ReadableStream } from 'node:stream/web'
import { createEncrypter } from '../seal.ts'

/** Seals a file as it streams by, to the same recipients as petitions: a binary age file. */
export type SealFile = (plain: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>

/** The same class goes by two types, of Node and of browsers, and only one says that it iterates. */
type WebStream = globalThis.ReadableStream<Uint8Array>

/** @throws when there is no recipient, or one is not an age recipient */
export function createSealFile(recipients: readonly string[]): SealFile {
  const encrypter = createEncrypter(recipients)
  return async (plain) => {
    const sealed: unknown = await encrypter.encrypt(
      ReadableStream.from(plain) as unknown as WebStream,
    )
    return sealed as AsyncIterable<Uint8Array>
  }
}
