import { openNames, type Naming } from '../rules/units/unsettled-units.ts'
import type { NamedUnit } from '../rules/units/find-units.ts'

/** What a case keeps of the units that it names. */
type Kept = { namedUnits: NamedUnit[] | null; settledUnits: string[] | null }

/** What is known of the units that a case names. */
export function namingOf(row: Kept): Naming {
  return { named: row.namedUnits ?? [], settled: row.settledUnits ?? [] }
}

/** The fields by which a case keeps what is known of the units that it names. */
export function namingFields(naming: Naming) {
  return {
    namedUnits: naming.named,
    settledUnits: naming.settled,
    unsettled: openNames(naming).length > 0,
  }
}
