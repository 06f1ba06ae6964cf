import type { Refusal } from '@portal/content/attachments/refusal'

/** A file of a form as its citizen is told of it; `name` is theirs. */
export type AttachmentView = {
  id: string
  name: string
  /** Bytes that the citizen's device has said, and how many of them have arrived. */
  size: number
  received: number
} & ({ state: 'open' } | { state: 'ready' } | { state: 'refused'; refusal: Refusal })

/** The form's field that says which files go along, as ids with spaces between them. */
export const attachmentsField = 'attachments'

/** And the button's that takes one out, by its id. */
export const removeField = 'remove'

/**
 * Put there by whoever read the form: the names of files that could not be stored, a line each. Of very
 * many not all.
 */
export const unkeptField = 'unkept'

/** What stands in the field of files instead of ids. */
export const statedFiles = {
  /** Every file that is there: a form without a script. */
  every: 'all',
  /** Put there by whoever read the form: the files could not be stored. */
  unstored: 'unstored',
  /** Likewise: there were more of them than a form may bring. */
  tooMany: 'too-many',
} as const
