import { check, type Tools } from '@portal/content/attachments/check/check'
import { createDecrypt } from '@portal/content/attachments/check/pdf/decrypt'
import { createRedraw } from '@portal/content/attachments/check/picture'
import { isExecutableName, nameAs } from '@portal/content/attachments/name'
import { refusals, type Refusal } from '@portal/content/attachments/refusal'
import { deskFileTooLarge, largestDeskFile } from '../../contracts/cases/desk-files.ts'

/** What is kept of a file that staff have added, or why nothing is, in words for staff. */
export type CheckedFile =
  { ok: true; name: string; type: string; bytes: Buffer } | { ok: false; reason: string }

/** What staff are told in other words than petitioners. */
const ours: Partial<Record<Refusal, string>> = {
  'too-large': deskFileTooLarge,
  text: '这是纯文字文件。请把文字直接写在这一页上，或者在 Word、WPS 里另存为 .docx、PDF 再传。',
}

/** One file after another: each may take a process of its own. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run<T>(work: () => Promise<T>): Promise<T> {
      const done = last.then(work)
      last = done.catch(() => undefined)
      return done
    },
  }
}

const tools: Tools = { redraw: createRedraw(createQueue()), decrypt: createDecrypt(createQueue()) }

const refuse = (refusal: Refusal): CheckedFile => ({
  ok: false,
  reason: ours[refusal] ?? refusals[refusal],
})

/**
 * Looks into a file as into one that a petitioner sends: what it is, whether it is taken, and a picture drawn
 * anew without place and device.
 */
export async function checkFile(typedName: string, sent: Buffer): Promise<CheckedFile> {
  if (isExecutableName(typedName)) return refuse('executable')
  if (sent.length === 0) return refuse('empty')
  if (sent.length > largestDeskFile) return refuse('too-large')
  const from = async function* (start: number) {
    yield sent.subarray(start)
  }
  const checked = await check({ size: sent.length, from }, tools)
  if (!checked.ok) return refuse(checked.refusal)
  const chunks: Uint8Array[] = []
  for await (const chunk of checked.content) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  return { ok: true, name: nameAs(typedName, checked.extension), type: checked.type, bytes }
}
