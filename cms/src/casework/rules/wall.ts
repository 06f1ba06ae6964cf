/** Who asks: the bureau, or a handling unit's account; one that is tied to no unit sees nothing. */
export type Party = { kind: 'bureau' } | { kind: 'unit'; unit: string | null }

/**
 * Which units have a case, and which units it accuses, by their identifiers; and whether somebody has
 * said of every unit that its texts name whether it is accused.
 */
export type Wall = { units: string[]; accused: string[]; settled: boolean }

/**
 * Whether a party may see a case and act on it. A unit sees what was assigned to it, and never what
 * accuses it, whoever assigned that and whenever, and whatever the petitioner called it (arts. 30, 46):
 * while it is open whom a case accuses, no unit sees it.
 */
export function maySee(party: Party, { units, accused, settled }: Wall): boolean {
  if (party.kind === 'bureau') return true
  const { unit } = party
  return settled && unit !== null && units.includes(unit) && !accused.includes(unit)
}
