import { message, type Message } from '@portal/content/schema/mailbox/message'
import { Decrypter, Encrypter } from 'age-encryption'

/** A message taken out of its seal, or why it cannot be trusted. The reason holds no content. */
export type Opened = { ok: true; message: Message } | { ok: false; reason: string }

/**
 * Opens a sealed message. age does not say who sealed it, so the number inside must be the number
 * outside: a row that was swapped, damaged or sealed to another key is reported, not guessed at.
 */
export async function openMessage(
  sealed: Uint8Array,
  number: string,
  identities: string[],
): Promise<Opened> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  let text: string
  try {
    text = await decrypter.decrypt(sealed, 'text')
  } catch {
    return { ok: false, reason: '打不开：密钥不符或内容损坏' }
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return { ok: false, reason: '内容不是约定的格式' }
  }
  const parsed = message.safeParse(content)
  if (!parsed.success) return { ok: false, reason: '内容不是约定的格式' }
  if (parsed.data.number !== number) return { ok: false, reason: '编号与信封不符' }
  return { ok: true, message: parsed.data }
}

/** Seals a text or a file to one age recipient, as a binary age file. */
export async function sealTo(recipient: string, content: string | Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(content)
}
