import { findBareNames } from '@portal/content/privacy/bare-names'
import { findDoubtful } from '@portal/content/privacy/find'
import type { Piece } from '../../contracts/papers/notice-draft.ts'
import { findRemovals, type KnownOfCase, type Removal } from './find-removals.ts'

/** Joins stretches that overlap: what surely goes makes all of it go, and the longest says what it is. */
function joined(found: readonly Removal[]): Removal[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to)
  const whole: (Removal & { longest: number })[] = []
  for (const one of sorted) {
    const last = whole.at(-1)
    const length = one.to - one.from
    if (!last || one.from >= last.to) {
      whole.push({ ...one, longest: length })
      continue
    }
    last.to = Math.max(last.to, one.to)
    last.fixed ||= one.fixed
    if (length > last.longest) {
      last.removal = one.removal
      last.longest = length
    }
  }
  return whole
}

/** A text in which what only might be a name is marked, and stays. */
function withDoubts(text: string, offices: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const span of findBareNames(text)) {
    const found = text.slice(span.from, span.to)
    if (offices.some((office) => office.includes(found))) continue
    if (span.from > from) pieces.push({ kind: 'text', text: text.slice(from, span.from) })
    pieces.push({ kind: 'doubt', text: found })
    from = span.to
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** Parts a text of a case into what stays, what is taken out, and what somebody must look at. */
export function anonymise(text: string, known: KnownOfCase): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const one of joined(findRemovals(text, known))) {
    pieces.push(...withDoubts(text.slice(from, one.from), known.offices))
    const { removal, fixed } = one
    pieces.push({ kind: 'removed', text: text.slice(one.from, one.to), removal, fixed })
    from = one.to
  }
  return [...pieces, ...withDoubts(text.slice(from), known.offices)]
}

/** People whom some texts name by words around them, so that their names are taken out wherever they stand. */
export function personsIn(texts: readonly string[], words: readonly string[]): string[] {
  const found = texts.flatMap((text) =>
    findDoubtful(text, words)
      .filter(({ kind }) => kind === 'person')
      .map(({ at, length }) => text.slice(at, at + length)),
  )
  return [...new Set(found)]
}
