import type { Variants } from './tokenise.ts'

/** Characters two by two, each followed by what it is read as. */
export function parseVariants(pairs: string): Variants {
  const characters = Array.from(pairs)
  const variants = new Map<string, string>()
  for (let at = 0; at + 1 < characters.length; at += 2) {
    variants.set(characters[at] ?? '', characters[at + 1] ?? '')
  }
  return variants
}
