/*
 * The one rule by which texts and queries are cut. Index and query must fold and cut alike, or a
 * phrase that stands in a text is not found.
 */

/** Traditional characters and the simplified ones they are read as. */
export type Variants = ReadonlyMap<string, string>

/** A text as it is searched: one sign a place, and where in the text each sign came from. */
export type Folded = { signs: string[]; from: number[] }

/** What two neighbouring signs are to the words around them. */
export type Edge = 'none' | 'heading-start' | 'heading-end' | 'word-start' | 'word-end'

/** The gap between two runs. Lines, spaces and tabs are all the same to a search. */
export const gap = ' '

const han = /\p{Script=Han}/u
const wordSign = /[\p{L}\p{M}\p{N}]/u
const invisible = /[\p{Cf}\p{Cc}]/u
const quotes: Record<string, string> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" }

const known = new Map<string, string>()

/** White space, of which U+FEFF is none: it only looks like that to regular expressions. */
function isGap(character: string): boolean {
  return /\s/u.test(character) && character !== '\ufeff'
}

/** Full and half width, capitals, compatibility forms and quotation marks become one. */
function plain(character: string): string {
  let sign = known.get(character)
  if (sign === undefined) {
    sign = isGap(character)
      ? gap
      : invisible.test(character)
        ? ''
        : Array.from(character.normalize('NFKC').toLowerCase(), (part) =>
            isGap(part) ? '' : (quotes[part] ?? part),
          ).join('')
    known.set(character, sign)
  }
  return sign
}

/** Folds a text; `from` holds offsets in UTF-16 units, one more than there are signs. */
export function fold(text: string, variants: Variants): Folded {
  const signs: string[] = []
  const from: number[] = []
  let offset = 0
  for (const character of text) {
    for (const sign of plain(character)) {
      signs.push(variants.get(sign) ?? sign)
      from.push(offset)
    }
    offset += character.length
  }
  from.push(offset)
  return { signs, from }
}

/** Whether a sign belongs to words that are written with spaces: Latin letters, digits and such. */
export function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && wordSign.test(sign) && !han.test(sign)
}

/** The terms of a query, which stand apart by gaps. */
export function terms(folded: Folded): string[][] {
  const found: string[][] = []
  let run: string[] = []
  for (const sign of [...folded.signs, gap]) {
    if (sign !== gap) run.push(sign)
    else if (run.length > 0) {
      found.push(run)
      run = []
    }
  }
  return found
}

/** What a sign is to its neighbours: a gap, part of a Latin word or number, or anything else. */
export const signKinds = { gap: 0, word: 1, other: 2 } as const

export function kindOf(sign: string): number {
  return sign === gap ? signKinds.gap : isWordSign(sign) ? signKinds.word : signKinds.other
}

/**
 * Visits every pair of neighbouring signs and every single sign of a text of which only the kinds of
 * signs are given, with the edges of Latin words and numbers, which are searched whole first. Pairs
 * never reach across a gap. In a heading the edges of every run count, so that an exact heading is
 * known. `at` is where the pair begins; an edge at the end of a run belongs to its last pair, and a
 * run of one sign is its own pair.
 */
export function eachGram(
  kinds: ArrayLike<number>,
  heading: boolean,
  visit: (at: number, length: 1 | 2, edge: Edge) => void,
): void {
  const { gap: none, word } = signKinds
  const end = kinds.length
  for (let at = 0; at < end; at += 1) {
    const kind = kinds[at]
    if (kind === none) continue
    const before = at === 0 ? none : kinds[at - 1]
    const after = at + 1 === end ? none : kinds[at + 1]
    const length = after === none ? 1 : 2
    visit(at, 1, 'none')
    if (length === 2) visit(at, 2, 'none')
    if (!heading && kind !== word) continue
    const lastPair = before === none ? at : at - 1
    const lastLength = before === none ? 1 : 2
    if (heading && before === none) visit(at, length, 'heading-start')
    if (heading && after === none) visit(lastPair, lastLength, 'heading-end')
    if (kind !== word) continue
    if (before !== word) visit(at, length, 'word-start')
    if (after !== word) visit(lastPair, lastLength, 'word-end')
  }
}
