import { tokenise } from './tokenise.ts'

/** The longest query that is read; the rest is left out. */
export const longestQuery = 500

/** The words of one term, which must follow each other. */
export type Phrase = string[]

/** One hit as the index gives it. */
export type Hit = { id: string }

/** A query's terms, which stand apart by white space; what is no word is dropped. */
export function phrases(query: string): Phrase[] {
  const terms = query.slice(0, longestQuery).split(/\s+/)
  return distinct(terms.map(tokenise).filter(({ length }) => length > 0))
}

/** Each phrase once. */
export function distinct(all: Phrase[]): Phrase[] {
  return [...new Map(all.map((phrase) => [phrase.join(' '), phrase])).values()]
}

/** The phrase in quotes: its words in this order, side by side. */
export function exactQuery(phrase: Phrase): string {
  return `"${phrase.join(' ')}"`
}

/** All words of all phrases, anywhere: only good for its order. */
export function looseQuery(all: Phrase[]): string {
  return all.flat().join(' ')
}

/**
 * The hits that every exact search has, in the order of the loose search. Exact hits all weigh
 * the same; the loose search sees those first whose titles hold the words.
 */
export function rank<H extends Hit>(exact: H[][], loose: H[]): H[] {
  const [first = [], ...others] = exact
  const sets = others.map((hits) => new Set(hits.map(({ id }) => id)))
  const common = first.filter(({ id }) => sets.every((set) => set.has(id)))
  const place = new Map(loose.map(({ id }, index) => [id, index]))
  const last = loose.length
  return common
    .map((hit, index) => ({ hit, place: place.get(hit.id) ?? last + index }))
    .sort((a, b) => a.place - b.place)
    .map(({ hit }) => hit)
}

/**
 * A question cut into its words, for when the whole of it is nowhere: `拖欠工资怎么办` into
 * `拖欠`, `工资`. Browsers without a segmenter have none.
 */
export function looserPhrases(query: string): Phrase[] {
  if (!('Segmenter' in Intl)) return []
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const words = [...segmenter.segment(query.slice(0, longestQuery))]
    .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1 && !asking.has(segment))
    .map(({ segment }) => segment)
  const found = phrases(words.join(' '))
  return found.length > 1 || words.join('') !== query.replace(/\s+/g, '') ? found : []
}

/** Words that ask and name nothing. */
const asking = new Set([
  '怎么',
  '怎么办',
  '怎样',
  '如何',
  '什么',
  '哪里',
  '哪儿',
  '哪个',
  '为什么',
  '多少',
  '多久',
  '可以',
  '能否',
  '是否',
  '应该',
  '需要',
  '我们',
  '他们',
  '请问',
])
