import type { Engine } from '../engine/engine.ts'
import type { Page } from '../index/catalogue.ts'
import { phrasesOf } from '../query/phrases.ts'
import type { Reference } from '../query/references.ts'
import { bestFirst, exactMatches, type Match } from './exact-matches.ts'

/** The page of the law that a reference names; without a name, of the Petition Work Regulations. */
async function pageOf(engine: Engine, law: string): Promise<Page | undefined> {
  const [name] = phrasesOf(law)
  if (!name) return engine.pages.find(({ main }) => main)
  const [best] = (await exactMatches(engine, [name])).sort(bestFirst)
  return best && best.title > 0 ? best.page : undefined
}

/** Where an article stands under its heading, on the page of its law, or where the whole begins; none where there is none. */
export async function articleNamed(engine: Engine, { law, article }: Reference): Promise<Match[]> {
  const page = await pageOf(engine, law)
  const marks = phrasesOf(article)
  const [phrase] = marks
  const having = phrase && (await engine.find(phrase)).map(({ passage }) => passage)
  for (const passage of having ?? engine.passages) {
    if (passage.page !== page || passage.zone !== 'text') continue
    const { parts, signs } = await passage.read()
    const isHeading = ({ at, from }: { at: number; from: number }) =>
      signs.slice(at, from).join('').trim() === article
    if (!phrase || parts.some(isHeading)) return [{ page, passage, marks, title: 2, weight: 1 }]
  }
  return []
}
