import type { Document } from '@portal/content/schema/collections'
import { weigh, type Term } from '../search/ask/weigh.ts'
import { headedFrom, titleRoom, wordsOf } from '../search/index/content.ts'
import { isSearched, plain } from '../search/text/signs.ts'

type Notice = Document<'notices'>

/** Of the weight of a notice's words, what is like it must have this share. */
const leastLikeness = 0.08
/** The same words say more where the topic is the same. */
const sameTopic = 2
/** A title and what was asked say what a notice is about; so many of their words are compared. */
const mostWords = 80
/** A word of more notices than this tells none from another. */
const mostHaving = 2000

/**
 * Makes the function that finds the notices most like one, the likest first: by the words of titles, of
 * keywords, of what was asked and how people ask for it, as rare as the search takes them to be.
 */
export function similarTo(notices: Notice[]): (notice: Notice, count: number) => Notice[] {
  const places = new Map<string, Map<number, number[]>>()
  for (const [record, { data }] of notices.entries()) {
    const known = [...data.keywords, ...data.phrasings]
    const zones = [data.title, known.join('\n'), data.request]
    for (const [nth, from] of [0, titleRoom, headedFrom].entries()) {
      for (const word of pairsOf(zones[nth] ?? '')) {
        const having = places.get(word) ?? new Map<number, number[]>()
        places.set(word, having.set(record, [...(having.get(record) ?? []), from]))
      }
    }
  }
  const records = notices.map((_, page) => ({ page, isFirst: true, textFrom: headedFrom }))
  return (notice, count) => {
    const { title, keywords, phrasings, request } = notice.data
    const words = [...new Set([title, ...keywords, request, ...phrasings].flatMap(pairsOf))]
      .filter((word) => (places.get(word)?.size ?? 0) <= mostHaving)
      .slice(0, mostWords)
    const terms = words.map((word, unit): Term => {
      const having = [...(places.get(word) ?? [])]
      return { unit, share: 1, found: having.map(([record, at]) => ({ record, places: at })) }
    })
    return weigh(
      { pages: notices, records },
      words.map(() => 1),
      terms,
    )
      .flatMap(({ page, coverage }) => {
        const other = notices[page]
        if (!other || other.slug === notice.slug) return []
        const topic = other.data.topic === notice.data.topic ? sameTopic : 1
        return [{ other, page, likeness: coverage * topic }]
      })
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || a.page - b.page)
      .slice(0, count)
      .map(({ other }) => other)
  }
}

function pairsOf(text: string): string[] {
  return wordsOf(plain(text)).filter((word) => isSearched(word) && Array.from(word).length > 1)
}
