import type { FoundArticles, LawArticle } from '../../contracts/papers/reply-page.ts'
import { names, paragraphsOf, readQuestion } from './law-question.ts'

/** A law as the desk has it: published, or else its draft. */
export type Law = {
  title: string
  validity: string
  effectiveOn: string | null
  published: boolean
  articles: {
    number: number
    insertion: number
    label: string
    text: string | null
    guide: string | null
  }[]
}

/** So many are shown at once. */
const most = 20

/** How well the words name a law: those that do not are looked for in its text. */
export function weigh(words: readonly string[], title: string): { weight: number; rest: string[] } {
  const rest = words.filter((word) => !names(word, title))
  const weight = words.reduce((sum, word) => {
    if (title === word) return sum + 4
    if (title.includes(word)) return sum + 3
    return sum + (names(word, title) ? 1 : 0)
  }, 0)
  return { weight, rest }
}

/**
 * The articles that a question means, the likeliest law first.
 * @param today a day in Shanghai, by which a law is in force or not
 */
export function findArticles(question: string, laws: readonly Law[], today: string): FoundArticles {
  const { words, article, paragraph, item } = readQuestion(question)
  const found = laws.flatMap((law) => {
    const { weight, rest } = weigh(words, law.title)
    const inForce =
      law.validity === '现行有效' && (law.effectiveOn === null || law.effectiveOn <= today)
    return law.articles
      .filter(({ number, insertion }) =>
        article ? number === article.number && insertion === article.insertion : true,
      )
      .filter(({ text, guide }) =>
        rest.every((word) => `${text ?? ''}\n${guide ?? ''}`.includes(word)),
      )
      .map(({ label, text, guide }): { weight: number; shown: LawArticle } => ({
        weight: weight + (inForce ? 0.5 : 0),
        shown: {
          law: law.title,
          validity: inForce || law.validity !== '现行有效' ? law.validity : '尚未施行',
          inForce,
          published: law.published,
          label,
          paragraphs: paragraphsOf(text ?? ''),
          guide: text?.trim() ? '' : (guide ?? '').replace(/\*\*/gu, ''),
          asked: { paragraph, item },
        },
      }))
  })
  // Of equal weight the shorter title is meant: 劳动法 before 劳动合同法实施条例.
  found.sort((a, b) => b.weight - a.weight || a.shown.law.length - b.shown.law.length)
  return { articles: found.slice(0, most).map(({ shown }) => shown), more: found.length > most }
}
