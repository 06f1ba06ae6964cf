import {
  attachmentsField,
  statedFiles,
  unkeptField,
} from '../../petition/attachments/attachment-view.ts'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import { refusals } from '@portal/content/attachments/refusal'
import type { PostedFields } from '../../petition/fields/fields.ts'
import type { FormMessage } from '../submit/form-message.ts'

/** Files that came with a form and are not with it any more: which, why, and what to do. */
export type UnkeptFiles = { which: string; why: string }

const whys: Partial<Record<string, string>> = {
  [statedFiles.tooMany]: refusals['too-many'],
  [statedFiles.unstored]: '网站现在收不下。请过一会儿重新选择。',
}

/** So many are named; the others stand behind 等. */
const named = 5

/** What is to be said of files that came with a posted form and could not be kept; `null` where there are none. */
export function unkeptFiles(posted: PostedFields | null): UnkeptFiles | null {
  const stated = posted?.get(attachmentsField) ?? ''
  const why = whys[stated]
  if (why === undefined) return null
  const names = (posted?.get(unkeptField) ?? '').split('\n').filter((name) => name !== '')
  return { which: nameFiles(names, stated === statedFiles.tooMany), why }
}

/** And of files that came under a key which the form has no longer. */
export function leftBehind(files: readonly AttachmentView[]): UnkeptFiles | null {
  if (files.length === 0) return null
  const names = files.map(({ name }) => name)
  return { which: nameFiles(names), why: '换了一张新表，要带的请重新选择。' }
}

/** What is said of them, beside their field or among other words. */
export function tellUnkept({ which, why }: UnkeptFiles): string {
  return `${which}没有存上。${why}`
}

/** A message with what is to be said of the files in front, or a message about them alone. */
export function withUnkept(
  notice: FormMessage | null,
  unkept: UnkeptFiles | null,
): FormMessage | null {
  if (!unkept) return notice
  const told = tellUnkept(unkept)
  if (!notice) return { title: '有附件没有存上', text: told }
  // The message may be about just these.
  const first = notice.text.includes(unkept.why) ? `${unkept.which}没有存上。` : told
  return { title: notice.title, text: first + notice.text }
}

function nameFiles(names: readonly string[], more = false): string {
  const shown = names.slice(0, named).map((name) => `“${name}”`)
  if (shown.length === 0) return '有些附件'
  return shown.join('') + (more || names.length > named ? '等附件' : '')
}
