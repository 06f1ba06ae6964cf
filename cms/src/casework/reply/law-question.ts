import { anyDigits, fromHan, hanDigitsAndTwo } from '@portal/content/characters/numerals'
import { readLabel } from '@portal/content/law/structure/label'

/** What was typed to find an article: words of the law's name or of its text, and a place in it. */
type LawQuestion = {
  words: string[]
  article: { number: number; insertion: number } | null
  paragraph: number | null
  item: number | null
}

const count = `[${hanDigitsAndTwo}${anyDigits}]+`
const place = new RegExp(
  `第?\\s*(${count})\\s*条(?:\\s*之\\s*(${count}))?(?:\\s*第?\\s*(${count})\\s*款)?(?:\\s*第?\\s*[（(]?(${count})[）)]?\\s*项)?`,
  'u',
)
/** A bare number at the end of a word, such as in 信访工作条例32. */
const bare = new RegExp(`([${anyDigits}]{1,4})(?=\\s|$)`, 'u')

const read = (text: string | undefined) => (text === undefined ? null : fromHan(text))

/** Reads 信访条例 三十二条一款, 《信访工作条例》第32条, 条例32, or words alone. */
export function readQuestion(text: string): LawQuestion {
  const found = place.exec(text)
  const number = found ? read(found[1]) : read(bare.exec(text)?.[1])
  const rest = number === null ? text : text.replace(found ? place : bare, ' ')
  const words = rest.split(/[\s《》〈〉“”"，。、；]+/u).filter(Boolean)
  return {
    words,
    article: number === null ? null : { number, insertion: read(found?.[2]) ?? 0 },
    paragraph: read(found?.[3]),
    item: read(found?.[4]),
  }
}

/** Whether a word names a law: its characters stand in the title, in their order. */
export function names(word: string, title: string): boolean {
  let from = 0
  for (const sign of word) {
    const at = title.indexOf(sign, from)
    if (at < 0) return false
    from = at + 1
  }
  return [...word].length > 1
}

/** An article's lines as its paragraphs (款), each with its items (项): a line that begins with （一） is one. */
export function paragraphsOf(text: string): { text: string; items: string[] }[] {
  const paragraphs: { text: string; items: string[] }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const last = paragraphs.at(-1)
    if (last && readLabel(line)?.style === 'item') last.items.push(line)
    else paragraphs.push({ text: line, items: [] })
  }
  return paragraphs
}
