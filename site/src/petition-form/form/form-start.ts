import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'
import type { Faults, TypedFields } from '../../petition/fields/fields.ts'
import { closedWay } from '../../petition/fields/parse-notify.ts'
import { listFaults, validate } from '../../petition/fields/validate.ts'
import type { UnkeptFiles } from '../attachments/unkept-files.ts'
import type { Opening } from '../drafts/server-draft-answer.ts'
import type { FormMessage } from '../submit/form-message.ts'
import { choicesOf } from './form-options.ts'
import type { FormOptions } from './form-options.ts'
import { firstFaultyStep, lastStep, placeNamed, placeOf } from './steps.ts'

/** What the page gives the form to begin with. */
export type FormStart = FormOptions & {
  formKey: string
  typed: TypedFields
  faults: Faults
  notice: FormMessage | null
  /** How the resume page opened it; `null` where it did not. */
  opening?: Opening | null
  /** Files that came with the form. */
  attached?: readonly AttachmentView[]
  /** Those that came with it and could not be kept. */
  unkept?: UnkeptFiles | null
}

/** Whether it was posted, and is shown again with what is to be mended. */
export function isPosted({ faults, notice }: FormStart): boolean {
  return listFaults(faults).length > 0 || notice !== null
}

/** Says that the way chosen before is not open any more, where it is not. */
export function lostBy(typed: TypedFields, ways: readonly NotifyWay[]): Faults {
  const notifyBy = closedWay(typed, new Set(ways))
  return notifyBy === null ? {} : { notifyBy }
}

/** The step to begin with: where the form was left, what is to be mended, or the first. */
export function startingStep(start: FormStart, leftInTab: number | undefined): number {
  if (start.opening) return leftAt(start.opening, start)
  if (leftInTab !== undefined) return leftInTab
  const told = start.unkept ? placeOf('attachments') : start.notice ? lastStep : 0
  return firstFaultyStep(start.faults) ?? told
}

/** Where a form goes on that was saved: where it was left or, without a script, at what is missing. */
function leftAt(opening: Opening, start: FormStart): number {
  const left = opening.kind === 'resumed' ? placeNamed(opening.step) : null
  if (left !== null) return left
  const checked = validate(start.typed, choicesOf(start))
  return checked.ok ? lastStep : (firstFaultyStep(checked.faults) ?? lastStep)
}
