import { diffArrays, diffChars } from 'diff'
import type { Piece } from '../../contracts/publications/editions.ts'

/** Longer differences than this many edits are not worth reading character by character. */
const tooDifferent = 2_000
/** What stays the same between two changes and is shorter than this is shown as changed with them. */
const island = 3

const sentence = /[^。！？；\n]*[。！？；\n]?/g

function sentencesOf(text: string): string[] {
  return (text.match(sentence) ?? []).filter((part) => part !== '')
}

function piece(kind: Piece['kind'], text: string): Piece[] {
  return text === '' ? [] : [{ kind, text }]
}

/** Joins changes that only a few unchanged characters part: readers see words, not letters. */
function mergeIslands(pieces: Piece[]): Piece[] {
  const merged: Piece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    merged.push(...piece('removed', removed), ...piece('added', added))
    removed = ''
    added = ''
  }
  pieces.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if ((removed || added) && text.length < island && index < pieces.length - 1) {
      removed += text
      added += text
    } else {
      flush()
      merged.push({ kind, text })
    }
  })
  flush()
  return merged
}

function compareClosely(before: string, after: string): Piece[] {
  const changes = diffChars(before, after, { maxEditLength: tooDifferent })
  if (!changes) return [...piece('removed', before), ...piece('added', after)]
  return mergeIslands(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

/**
 * Compares two texts for a reader: first by sentence, then by character inside the sentences that
 * changed. All but the added pieces make `before`, all but the removed ones make `after`.
 */
export function compareTexts(before: string, after: string): Piece[] {
  const pieces: Piece[] = []
  let removed = ''
  for (const change of diffArrays(sentencesOf(before), sentencesOf(after))) {
    const text = change.value.join('')
    if (change.removed) removed += text
    else {
      pieces.push(...compareClosely(removed, change.added ? text : ''))
      removed = ''
      if (!change.added) pieces.push({ kind: 'same', text })
    }
  }
  pieces.push(...compareClosely(removed, ''))
  return join(pieces)
}

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = joined.at(-1)
    if (last?.kind === kind) last.text += text
    else joined.push({ kind, text })
  }
  return joined
}
