import { z } from 'zod'
import { mostAttachments } from './most-attachments.ts'

/** A file that came with a message. What lies beside the message under `id` is sealed. */
export const attachment = z.object({
  id: z.uuid(),
  /** As the citizen's device called it, without folders and control characters. */
  name: z.string().min(1).max(120),
  /** Media type by content, never by name. */
  type: z.string().regex(/^(?:image|audio|video|application|text)\/[a-z0-9.+-]{1,100}$/),
  /** Of the file as it is kept, which for a picture is not the one that was sent. */
  bytes: z.int().min(1),
  /** Of the same, base64: it shows the office that this file belongs to this message. */
  sha256: z.base64().length(44),
})
export type Attachment = z.infer<typeof attachment>

/** The attachments of one message. */
export const attachments = z.array(attachment).max(mostAttachments)
