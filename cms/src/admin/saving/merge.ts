/** The fields of an entry as its form holds them. */
export type Values = Record<string, unknown>

/** Two people's versions joined: `conflicts` are fields that both changed, `taken` those that only the other did. */
export type Merged = { values: Values; conflicts: string[]; taken: string[] }

/** What a field says, without what only tells rows apart; nothing and an empty text are the same. */
function meaningOf(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(meaningOf)
  if (typeof value !== 'object') return value
  const rows = Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== '__temp_key__')
    .map(([key, inner]) => [key, meaningOf(inner)] as const)
    .filter(([, inner]) => inner !== null)
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a file or a linked entry is; undefined of all that is what it says. */
function itselfOf(value: unknown): string | undefined {
  if (!value || typeof value !== 'object') return undefined
  if ('hash' in value) return `file ${String((value as Values).id)}`
  return 'linked' in value ? `link ${String(value.linked)}` : undefined
}

/** A file is itself whatever its words, and so is a linked entry; everything else is what it says. */
function keyOf(value: unknown): string {
  const itself = itselfOf(value)
  if (itself) return itself
  if (Array.isArray(value) && value.some(itselfOf)) {
    const keys = value.map(keyOf)
    return (keys[0]?.startsWith('link') ? keys.sort() : keys).join(' ')
  }
  return JSON.stringify(meaningOf(value))
}

/** Whether two values of a field say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || keyOf(a) === keyOf(b)
}

/** The fields in which two versions differ. */
export function changedFields(before: Values, after: Values): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.filter((field) => !same(before[field], after[field]))
}

function idsOf(value: unknown, depth = 0, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const row of value) idsOf(row, depth, found)
  else if (value && typeof value === 'object') {
    if ('id' in value) found.add(`${depth} ${String(value.id)}`)
    for (const inner of Object.values(value)) idsOf(inner, depth + 1, found)
  }
  return found
}

function isPart(value: object): value is Values {
  return '__temp_key__' in value
}

/** Parts of an entry that the other removed come back as new ones: their old number is gone. */
function withoutLostIds(value: unknown, known: Set<string>, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((row) => withoutLostIds(row, known, depth))
  if (!value || typeof value !== 'object' || !isPart(value)) return value
  const lost = 'id' in value && !known.has(`${depth} ${String(value.id)}`)
  const kept = Object.entries(value).filter(([key]) => !(lost && key === 'id'))
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, withoutLostIds(inner, known, depth + 1)]),
  )
}

/**
 * Joins what one person wrote with what another saved meanwhile. A field that only one of them changed
 * is that one's; where both did, what was written stands until its writer chooses.
 * @param base the entry as both began
 */
export function merge(base: Values, mine: Values, theirs: Values): Merged {
  const ours = new Set(changedFields(base, mine))
  const others = changedFields(base, theirs)
  const conflicts = others.filter((field) => ours.has(field) && !same(mine[field], theirs[field]))
  const values: Values = { ...theirs }
  for (const field of ours) {
    if (same(mine[field], theirs[field])) continue
    values[field] = withoutLostIds(mine[field], idsOf(theirs[field]))
  }
  return { values, conflicts, taken: others.filter((field) => !ours.has(field)) }
}

/** Both texts, the other's first, so that parts of each can be taken over. */
export function joined(theirs: string, mine: string): string {
  const breaks = theirs.includes('\n') || mine.includes('\n') || theirs.length + mine.length > 120
  return breaks ? `${theirs}\n\n${mine}` : `${theirs}${mine}`
}
