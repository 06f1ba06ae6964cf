import { Encrypter } from 'age-encryption'
import { message as messageSchema } from '@portal/content/schema/mailbox/message'
import type { Message } from '@portal/content/schema/mailbox/message'
import { ReadableStream } from 'node:stream/web'

/** Seals a message so that only the bureau can open it: a binary age file. */
export type Seal = (message: Message) => Promise<Uint8Array>

/**
 * A seal to every one of the recipients, the offline recovery key among them.
 * @throws when there is none, or one is not an age recipient
 */
export function createSeal(recipients: readonly string[]): Seal {
  const encrypter = createEncrypter(recipients)
  return async (message) => {
    const checked = messageSchema.safeParse(message)
    if (!checked.success) {
      // The paths only: what stands there is the petitioner's.
      const paths = checked.error.issues.map((issue) => issue.path.join('.')).join(', ')
      throw new TypeError(`a message breaks the shared schema at ${paths}`)
    }
    return encrypter.encrypt(JSON.stringify(checked.data))
  }
}

/** @throws when there is no recipient, or one is not an age recipient */
function createEncrypter(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0) throw new TypeError('a seal needs at least one recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

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
