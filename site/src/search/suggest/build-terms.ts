import { pinyin } from 'pinyin-pro'
import { fold, units } from './fold.ts'
import type { Sounds, Term } from './term.ts'

/** So many terms an old telephone loads and searches without delay. */
const mostTerms = 4000

/** A longer title fills half a small screen. */
const longestTerm = 40

const toneless = { toneType: 'none', type: 'array', v: true } as const
const latin = /^[0-9a-z\u00c0-\u1fff]/

/**
 * What the search box suggests: words before titles, each text once, at most 4,000, none longer
 * than 40 characters or without a letter. Polyphonic characters are read as their neighbours say.
 */
export function suggestionTerms({ titles, words }: { titles: string[]; words: string[] }): Term[] {
  const terms = new Map<string, Term>()
  for (const given of [...words, ...titles]) {
    const text = given.trim().replace(/\s+/g, ' ')
    const parts = units(text)
    const key = parts.join('')
    if (!key || terms.has(key) || [...text].length > longestTerm) continue
    terms.set(key, [text, syllables(parts).join(' ')])
    if (terms.size === mostTerms) break
  }
  return [...terms.values()]
}

/** One syllable for each Han character; a run of other letters stands for itself. */
function syllables(parts: string[]): string[] {
  const read = pinyin(parts.filter((part) => !latin.test(part)).join(''), toneless)
  let next = 0
  return parts.map((part) => (latin.test(part) ? part : fold(read[next++] ?? part)))
}

/** Which of the 6,763 characters of GB 2312 sound alike; a polyphonic one stands at every reading. */
export function sounds(): Sounds {
  const table: Sounds = {}
  for (const character of commonCharacters()) {
    const readings = pinyin(character, { ...toneless, multiple: true }).map(fold)
    for (const reading of new Set(readings)) table[reading] = (table[reading] ?? '') + character
  }
  return table
}

function commonCharacters(): string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  }
  // Row D7 ends early; what decodes to no Han character is no part of the table.
  return new TextDecoder('gb2312').decode(new Uint8Array(bytes)).match(/[\u4e00-\u9fff]/g) ?? []
}
