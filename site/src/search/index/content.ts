import { isHan, signsOf } from '../text/signs.ts'

/*
 * What Pagefind is fed with. It matches whole words, so each sign becomes a word together with its
 * follower (拖欠工资 → 拖欠 欠工 工资 资): a phrase of such pairs is found where its characters stand
 * next to each other, and nowhere else. The first sign of each word gives the text back, so that the
 * place of a word is the place of a sign.
 *
 * A record is parted in zones, told apart by place alone: the title, then words by which the page is
 * known (how people ask for it, names, headings), then the text.
 */

/** Signs that each zone has room for; what is longer is cut. */
export const titleRoom = 80
const headRoom = 320
/** Where the text of a record with a head begins. */
export const headedFrom = titleRoom + headRoom

const lineEnd = '¶'
const blank = '␣'
/** A mark is a place for Pagefind, and never a match. */
const filler = '。'

/** The words of a plain text, one for each of its signs. */
export function wordsOf(text: string): string[] {
  const signs = signsOf(text)
  return signs.map((sign, at) => {
    if (isHan(sign)) return isHan(signs[at + 1]) ? sign + signs[at + 1] : sign
    if (sign === '\n') return lineEnd
    return sign.trim() ? sign : blank
  })
}

/** The text that words were made of; white space comes back as blanks and line ends. */
export function textOf(words: readonly string[]): string {
  return words.map(signOf).join('')
}

/** The sign that a word stands for. */
export function signOf(word: string): string {
  if (word === lineEnd) return '\n'
  if (word === blank) return ' '
  const [first = '', second] = word
  return isHan(first) && second !== undefined ? first : word
}

function zone(words: string[], room: number): string[] {
  // The last place stays a mark, so that no phrase reaches into the next zone.
  const kept = words.slice(0, room - 1)
  return [...kept, ...Array<string>(room - kept.length).fill(filler)]
}

/** The content of a record: with `head`, its title and head zones before the text. */
export function contentOf(text: string, head?: { title: string; known: string[] }): string {
  const zones = head
    ? [...zone(wordsOf(head.title), titleRoom), ...zone(wordsOf(head.known.join('\n')), headRoom)]
    : []
  return [...zones, ...wordsOf(text)].join(' ')
}
