const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts a line where it may be broken: between words, with closing marks left at the word before
 * them and opening ones at the word after. A dash of two strokes is never parted.
 */
export function breakableWords(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = words[words.length - 1]
    const opens = /^[\p{Ps}\p{Pi}—]/u.test(segment)
    const opened = last !== undefined && /[\p{Ps}\p{Pi}—]$/u.test(last)
    if (last === undefined || (!opened && (isWordLike || opens))) words.push(segment)
    else words[words.length - 1] = last + segment
  }
  return words
}
