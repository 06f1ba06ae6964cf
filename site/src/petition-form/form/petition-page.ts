import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import type { TypedFields } from '../../petition/fields/fields.ts'
import type { UnkeptFiles } from '../attachments/unkept-files.ts'
import type { FormOptions } from './form-options.ts'
import type { SubmissionResponse } from '../submit/submission-response.ts'

/** What the petition page shows. */
export type PetitionPage = {
  /** Of the form. */
  key: string
  typed: TypedFields
  /** What became of the form; `null` where the page was only asked for. */
  response: SubmissionResponse | null
  /** The files that have arrived with the form. */
  attached: AttachmentView[]
  /** Those that came with it and could not be kept. */
  unkept: UnkeptFiles | null
  options: FormOptions
}
