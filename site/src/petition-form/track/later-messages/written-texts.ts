import { freeTexts } from '../../../petition/later-messages/forms.ts'
import type { FreeText, TypedFollowUp } from '../../../petition/later-messages/forms.ts'

const names = Object.keys(freeTexts) as FreeText[]

/** The free texts of a follow-up, as posted, without those that are empty. */
export function writtenTexts(typed: TypedFollowUp): string[] {
  return names.flatMap((name) => typed[name] || [])
}
