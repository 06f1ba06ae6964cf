import type { BodyOf } from '../../events/event.ts'
import type { CaseFile } from '../case/case-file.ts'
import { presentReferrals } from '../case/referral.ts'
import type { Party } from '../wall.ts'

/** A note as it is to be recorded, or why it cannot be, in words for staff. */
export type Note = { ok: true; body: BodyOf<'noted'> } | { ok: false; reason: string }

/** The units that a note may be for: those that have the case and are not accused by it. */
export function mentionable({ referrals, accused }: CaseFile): BodyOf<'noted'>['mentions'] {
  return presentReferrals(referrals)
    .map(({ unit }) => unit)
    .filter(({ id }) => !accused.some((unit) => unit.id === id))
}

/**
 * Takes down a note between the bureau and the units that have the case.
 * @param names of the units that are to read it, beside the bureau
 */
export function takeNote(file: CaseFile, party: Party, text: string, names: string[]): Note {
  if (text.trim() === '') return { ok: false, reason: '请写下备注的内容。' }
  const units = mentionable(file)
  const from = party.kind === 'unit' ? units.find(({ id }) => id === party.unit) : null
  if (from === undefined) return { ok: false, reason: '这一件不由您的单位办理，不能写备注。' }
  const mentions = units.filter(({ name }) => names.includes(name))
  if (mentions.length < new Set(names).size) {
    return { ok: false, reason: '只能请办理这一件的单位看，请重新选择。' }
  }
  return { ok: true, body: { kind: 'noted', told: null, from, text, mentions } }
}
