import type { UnsettledUnit } from '../../../contracts/cases/desk-state.ts'
import type { UnitRef } from '../../events/event-fields.ts'
import { factsOf, type CaseRow } from '../../record/case-record.ts'
import { namingOf } from '../../record/naming-fields.ts'
import type { Unit } from '../../record/units.ts'
import type { Action } from '../../rules/actions/action.ts'
import { openNames } from '../../rules/units/unsettled-units.ts'

/** Units that a case names and nobody has settled, and the words by which it does. */
export function namedBy(row: CaseRow, units: Unit[]): UnsettledUnit[] {
  return openNames(namingOf(row)).flatMap(({ id, words }) => {
    const unit = units.find(({ documentId }) => documentId === id)
    return unit ? [{ name: unit.name, words }] : []
  })
}

/** The units that an action puts to work. */
export function unitsIn(action: Action): UnitRef[] {
  if (action.kind === 'refer' || action.kind === 'add-units') {
    return action.units.map(({ unit }) => unit)
  }
  if ('proposed' in action) return unitsIn(action.proposed)
  if (action.kind === 'assign-follow-up') {
    return action.owner.kind === 'unit' ? [action.owner.unit] : []
  }
  return 'unit' in action ? [action.unit] : []
}

/** Why a case must not go to units (arts. 30, 46); null where it may. */
export function wallAgainst(row: CaseRow, chosen: UnitRef[], units: Unit[]): string | null {
  if (chosen.length === 0) return null
  const accused = row.accusedUnits.map(({ documentId }) => documentId)
  if (chosen.some(({ id }) => accused.includes(id))) {
    return '这个单位是被检举控告的单位，不能转给它，也不能由它办理（条例第三十条）。请另选单位。'
  }
  if (factsOf(row).category === 'accusation' && !row.accusedConfirmed) {
    return '检举控告类事项，请先填写被检举控告的单位；没有指明单位的，也请确认一次。'
  }
  const open = namedBy(row, units)
  if (row.unsettled || open.length > 0) {
    const list = open.map(({ name, words }) => `${name}（“${words.join('”“')}”）`).join('、')
    return `信访人写到了${list || '有关单位'}。请先在“被检举控告的单位”里逐个确认是不是被检举控告的，再交给承办单位（条例第三十条）。`
  }
  return null
}
