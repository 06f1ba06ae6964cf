import type { UnitRef } from '../events/event-fields.ts'
import { comparable } from '../rules/comparable.ts'

/** What rows are checked against: the tables of the desk. Names of units by what they are called, folded. */
export type DeskTables = {
  topics: ReadonlySet<string>
  regions: ReadonlySet<string>
  units: ReadonlyMap<string, UnitRef>
}

/** The unit of a name, however wide its signs are written. */
export function unitNamed({ units }: DeskTables, name: string): UnitRef | undefined {
  return units.get(comparable(name))
}
