/** Who asks: the bureau, or a handling unit's account; one that is tied to no unit sees nothing. */
export type Party = { kind: 'bureau' } | { kind: 'unit'; unit: string | null }

/** Which unit has a case, and which units it accuses; by their identifiers. */
export type Wall = { unit: string | null; accused: string[] }

/**
 * Whether a party may see a case and act on it. A unit sees what was assigned to it, and never what
 * accuses it, whoever assigned that and whenever (arts. 30, 46).
 */
export function maySee(party: Party, { unit, accused }: Wall): boolean {
  if (party.kind === 'bureau') return true
  return party.unit !== null && party.unit === unit && !accused.includes(party.unit)
}
