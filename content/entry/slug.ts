import { createHash } from 'node:crypto'
import { pinyin } from 'pinyin-pro'

/** A longer address is neither read out nor typed. */
const longest = 60

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The letters that stand for one character: its syllable, or itself without accents. */
function lettersOf(syllable: string): string {
  return syllable
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}

/** A text as it is spelt in an address, a word at a time; each character is read as its neighbours say. */
function spell(text: string): string[] {
  const characters = [...text]
  const read = pinyin(text, { toneType: 'none', type: 'array', v: true })
  // Each character stands for itself where the reading cannot be told apart by characters.
  const syllables =
    read.length === characters.length
      ? read
      : characters.map((c) => pinyin(c, { toneType: 'none', v: true }))
  let next = 0
  return [...words.segment(text)]
    .map(({ segment }) => [...segment].map(() => lettersOf(syllables[next++] ?? '')).join(''))
    .filter(Boolean)
}

/**
 * The address of an entry made from its title: Chinese in pinyin, a word at a time, cut at a word.
 * `窗口里的一盏灯` gives `chuangkou-li-de-yizhan-deng`; a title without any letter gives eight digits
 * of its hash.
 */
export function slugOf(title: string): string {
  let slug = ''
  for (const word of spell(title.normalize('NFKC'))) {
    const next = slug ? `${slug}-${word}` : word.slice(0, longest)
    if (next.length > longest) break
    slug = next
  }
  return slug || createHash('sha256').update(title).digest('hex').slice(0, 8)
}

/** The same with a number behind it, where `isTaken` says that it is in use. */
export async function freeSlug(
  wanted: string,
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isTaken(slug))) return slug
  }
}
