import { createHash } from 'node:crypto'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { layout } from '../../environment.ts'
import type { MailboxClient } from '../mailbox/client.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { sealTo } from '../mailbox/open-message.ts'
import { openSealed, sealedPath } from '../sealed/sealed-file.ts'
import { sentId } from './mailbox-file-ids.ts'

/** A file of a reply is not there, or not what its event says: the status that names it does not go out. */
class ReplyFileDamaged extends Error {
  override name = 'ReplyFileDamaged'
}

async function readWhole(number: string, { id, bytes, sha256 }: Attachment): Promise<Uint8Array> {
  const identities = readKeyFile(layout.identity)
  const chunks: Uint8Array[] = []
  const path = sealedPath(layout.attachments, number, id)
  const plain = await openSealed(path, identities).catch(() => {
    throw new ReplyFileDamaged('a file of a reply does not open')
  })
  for await (const chunk of plain) chunks.push(chunk as Uint8Array)
  const whole = Buffer.concat(chunks)
  const isDescribed =
    whole.length === bytes && createHash('sha256').update(whole).digest('base64') === sha256
  if (!isDescribed) throw new ReplyFileDamaged('a file of a reply is another one')
  return whole
}

/**
 * Brings the files that a status names to the mailbox, each sealed to whom the status is sealed. Those that are there
 * already, as after a journey that was cut off, are not sent again.
 * @throws ReplyFileDamaged, MailboxError
 */
export async function bringReplyFiles(
  mailbox: MailboxClient,
  number: string,
  files: readonly Attachment[],
  recipient: string,
): Promise<void> {
  if (files.length === 0) return
  const held = await mailbox.replyFiles(number)
  for (const file of files) {
    const id = sentId(file.id, recipient)
    if (held.includes(id)) continue
    const sealed = await sealTo(recipient, await readWhole(number, file))
    await mailbox.putReplyFile(number, id, sealed)
  }
}
