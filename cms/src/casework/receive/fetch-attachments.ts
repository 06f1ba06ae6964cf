import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { longestSealed } from '@portal/content/schema/mailbox/sealed-length'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'
import { syncFolder, writeWhole } from '../files/write-whole.ts'
import { type MailboxClient, MailboxError } from '../mailbox/client.ts'
import { isDescribed, sealedPath } from '../sealed/sealed-file.ts'

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function bringOne(
  mailbox: MailboxClient,
  path: string,
  attachment: Attachment,
  identities: string[],
): Promise<KeptAttachment['state']> {
  if (await exists(path)) {
    return (await isDescribed(path, attachment, identities)) ? 'kept' : 'damaged'
  }
  const pieces = await mailbox.attachment(attachment.id)
  if (!pieces) return 'missing'
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${path}.part`
  const whole = await writeWhole(part, pieces, longestSealed(attachment.bytes))
  const good = whole && (await isDescribed(part, attachment, identities))
  // What is not as described is set aside, still sealed, for somebody to look into.
  await rename(part, good ? path : `${path}.damaged`)
  await syncFolder(folder)
  return good ? 'kept' : 'damaged'
}

/**
 * Brings the files that a message describes into the office, still sealed. A name without `.part`
 * appears only when its file is whole and on the disk, so a journey that was cut off begins this file
 * anew and no other.
 * @param at when the message reached the mailbox
 * @returns the attachments with what became of each
 * @throws MailboxError where the portal is away; the message is then left for later
 */
export async function bringAttachments(
  mailbox: MailboxClient,
  folder: string,
  { number, attachments, at }: { number: string; attachments: Attachment[]; at: string },
  identities: string[],
): Promise<KeptAttachment[]> {
  const brought: KeptAttachment[] = []
  for (const attachment of attachments) {
    const path = sealedPath(folder, number, attachment.id)
    try {
      const state = await bringOne(mailbox, path, attachment, identities)
      brought.push({ ...attachment, at, state })
    } catch (cause) {
      if (cause instanceof MailboxError) throw cause
      // Without the path, in which the receipt number stands: this sentence is logged.
      throw new Error('附件没能写入磁盘，请检查剩余空间和权限', { cause })
    }
  }
  return brought
}
