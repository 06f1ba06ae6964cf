import type { NamedUnit } from './find-units.ts'

/** What is known of the units that a case names; by identifiers. */
export type Naming = {
  named: NamedUnit[]
  /** Those of which a clerk has said whether they are accused. */
  settled: string[]
}

/** Units that a case names and of which nobody has said yet whether they are accused. */
export function openNames({ named, settled }: Naming): NamedUnit[] {
  return named.filter(({ id }) => !settled.includes(id))
}

/** The two lists as one, the words of a unit together. */
function join(before: NamedUnit[], later: NamedUnit[]): NamedUnit[] {
  const words = new Map(before.map(({ id, words }) => [id, words]))
  for (const { id, words: more } of later) {
    words.set(id, [...new Set([...(words.get(id) ?? []), ...more])])
  }
  return [...words].map(([id, words]) => ({ id, words }))
}

/**
 * What a later text changes: a unit that it names is to be settled, also one that was settled as not
 * accused, since this text may accuse it. One that is accused stays so.
 */
export function addNames(naming: Naming, later: NamedUnit[], accused: string[]): Naming {
  const again = later.map(({ id }) => id).filter((id) => !accused.includes(id))
  return {
    named: join(naming.named, later),
    settled: naming.settled.filter((id) => !again.includes(id)),
  }
}
