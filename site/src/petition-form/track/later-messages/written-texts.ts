import { freeTexts } from '../../../petition/later-messages/forms.ts'
import type { FreeText, TypedLaterMessage } from '../../../petition/later-messages/forms.ts'

const names = Object.keys(freeTexts) as FreeText[]

/** The free texts of a later message, as posted, without those that are empty. */
export function writtenTexts(typed: TypedLaterMessage): string[] {
  return names.flatMap((name) => typed[name] || [])
}
