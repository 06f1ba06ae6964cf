import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import type { UnkeptFiles } from '../attachments/unkept-files.ts'
import type { FormMessage } from '../submit/form-message.ts'
import type { FormOptions } from '../form/form-options.ts'
import type { Opening } from './server-draft-answer.ts'

/** A form that goes on where it was left. */
export type ReopenedForm = {
  key: string
  typed: TypedFields
  opening: Opening
}

/** What the resume page shows: a form, the question for the code, or that all is wiped. */
export type ResumePage =
  | {
      show: 'form'
      form: ReopenedForm
      attached: AttachmentView[]
      /** Files that came with the form and could not be kept. */
      unkept: UnkeptFiles | null
      options: FormOptions
    }
  | { show: 'question'; notice: FormMessage | null; typedCode: string }
  | { show: 'wiped' }
