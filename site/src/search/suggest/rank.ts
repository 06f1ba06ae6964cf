import type { Entry } from './term.ts'

/** More would not be read. */
const mostSuggestions = 8

/** One way in which a term can be meant. */
type Way = (entry: Entry) => boolean

/** The texts of the entries that any way accepts: those of the first way first, then the shorter. */
export function best(entries: Entry[], ways: Way[]): string[] {
  const ranked: string[][] = ways.map(() => [])
  for (const entry of entries) ranked[ways.findIndex((way) => way(entry))]?.push(entry.text)
  return ranked
    .flatMap((texts) => texts.sort((a, b) => a.length - b.length))
    .slice(0, mostSuggestions)
}
