import { isHan, isSearched } from '../../text/signs.ts'

/*
 * The words of the index. Pagefind matches whole words, so each sign becomes a word together with its
 * follower (拖欠3月 → 拖欠 欠3ꞏ 3ꞏ月 月): a phrase of such words is found where its signs stand next to
 * each other, and nowhere else. The first sign of each word gives the text back, so that the place of
 * a word is the place of a sign.
 */

const lineEnd = '¶'
const blank = '␣'
/** Ends letters and digits, that 5 be no beginning of 50: a letter itself, or Pagefind would drop it. */
const end = 'ꞏ'

/** The words of signs, one for each. Marks and blanks are places for Pagefind, and never match. */
export function wordsOf(signs: readonly string[]): string[] {
  return signs.map((sign, at) => {
    if (sign === '\n') return lineEnd
    if (!isSearched(sign)) return sign.trim() ? sign : blank
    const next = signs[at + 1]
    return whole(sign) + (isSearched(next) ? whole(next) : '')
  })
}

function whole(sign = ''): string {
  return isHan(sign) ? sign : sign + end
}

/** The sign that a word stands for; white space comes back as blanks and line ends. */
export function signOf(word: string): string {
  if (word === lineEnd) return '\n'
  if (word === blank) return ' '
  const [first = ''] = word
  return isHan(first) ? first : (word.split(end)[0] ?? word)
}
