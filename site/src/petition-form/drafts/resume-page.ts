import type { Listed } from '../../petition/attachments/listed.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import type { Notice } from '../submit/notice.ts'
import type { FormOptions } from '../form/options.ts'
import type { Opening } from './server-draft-answer.ts'

/** A form that goes on where it was left. */
export type ReopenedForm = {
  key: string
  typed: TypedFields
  opening: Opening
  /** What went wrong beside the saving. */
  notice?: Notice | null
}

/** What the resume page shows: a form, the question for the code, or that all is wiped. */
export type ResumePage =
  | { show: 'form'; form: ReopenedForm; attached: Listed[]; options: FormOptions }
  | { show: 'question'; notice: Notice | null; typedCode: string }
  | { show: 'wiped' }
