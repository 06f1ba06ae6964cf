/*
 * Index and query are cut by the same rule: one Han character is one word, a run of other letters
 * and digits is one word. A segmenter would cut the two differently and lose hits.
 */
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
const han = /\p{Script=Han}/u
const letter = /[\p{L}\p{M}\p{N}]/u

/** Says that no space stood where one would be shown. Invisible, never a word. */
const glue = '\u2060'

/** Full-width letters and digits become ordinary ones; punctuation stays as it is printed. */
function normalise(text: string): string {
  return unglued(text).replace(/[\p{L}\p{M}\p{N}]+/gu, (run) => run.normalize('NFKC'))
}

/** The words of a text, in lower case. */
export function tokenise(text: string): string[] {
  return normalise(text).toLowerCase().match(word) ?? []
}

/** Splits what stands between two words: closing marks go with the first, opening ones with the second. */
function share(between: string): [left: string, right: string] {
  const space = between.search(/\s/)
  if (space >= 0) return [between.slice(0, space), between.slice(space).replace(/\s+/g, '')]
  const right = /[\p{Ps}\p{Pi}]*$/u.exec(between)?.[0] ?? ''
  return [between.slice(0, between.length - right.length), right]
}

/**
 * A text with a space between any two words, as the index takes it. Each piece holds one word
 * with the punctuation around it, so a phrase may run across a comma. `joined` undoes it.
 */
export function spaced(text: string): string {
  const source = normalise(text)
  const words = [...source.matchAll(word)]
  let piece = ''
  let end = 0
  const pieces: string[] = []
  for (const match of words) {
    const between = source.slice(end, match.index)
    const [left, right] = share(between)
    if (end === 0) {
      piece = between.replace(/\s+/g, '') + match[0]
    } else {
      const next = right + match[0]
      const together = !/\s/.test(between) && gap(piece + left, next) === ' '
      pieces.push(piece + left + (together ? glue : ''))
      piece = next
    }
    end = match.index + match[0].length
  }
  if (words.length > 0) pieces.push(piece + source.slice(end).replace(/\s+/g, ''))
  return pieces.join(' ')
}

/** A piece without the invisible mark. */
export function unglued(piece: string): string {
  return piece.split(glue).join('')
}

/** What stood between two pieces of `spaced`: a space only where both are not Chinese. */
export function gap(left: string, right: string): '' | ' ' {
  const together = left.endsWith(glue) || isWide(left.slice(-1)) || isWide(right.charAt(0))
  return together ? '' : ' '
}

/** Undoes `spaced`. */
export function joined(pieces: string[]): string {
  return pieces
    .map((piece, index) => (index > 0 ? gap(pieces[index - 1] ?? '', piece) : '') + unglued(piece))
    .join('')
}

/** Chinese characters, full-width marks and halves of characters beyond them need no space. */
function isWide(character: string): boolean {
  return han.test(character) || (!letter.test(character) && character > '\u2E7F')
}
