import { Encrypter } from 'age-encryption'
import { message as messageSchema } from '@portal/content/schema/message'
import type { Message } from '@portal/content/schema/message'

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
export function createEncrypter(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0) throw new TypeError('a seal needs at least one recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}
