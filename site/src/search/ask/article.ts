import { textOf } from '../index/content.ts'
import { phrasesOf } from '../query/phrases.ts'
import type { Reference } from '../query/references.ts'
import type { Engine } from './engine.ts'
import { bestFirst, exactMatches, recordsWith, type Match } from './exact.ts'

/** The page of the law that a reference names; without a name, of the Petition Work Regulations. */
async function pageOf(engine: Engine, law: string): Promise<number | null> {
  const [name] = phrasesOf(law)
  if (!name) return engine.catalogue.regulations
  const [best] = (await exactMatches(engine, [name])).sort(bestFirst)
  return best && best.score[0] > 0 ? best.page : null
}

/** The record that has an article under its heading, on the page of its law; none where there is none. */
export async function articleOf(engine: Engine, { law, article }: Reference): Promise<Match[]> {
  const page = await pageOf(engine, law)
  const [phrase] = phrasesOf(article)
  if (page === null || !phrase) return []
  for (const { record } of await recordsWith(engine, phrase)) {
    if (engine.pageOf(record) !== page) continue
    const { parts, words } = await engine.passage(record)
    const text = words.slice(engine.textFrom(record))
    const isHeading = parts.some(({ at, from }) => textOf(text.slice(at, from)).trim() === article)
    if (isHeading) return [{ page, record, marks: [phrase], score: [2, 1] }]
  }
  return []
}
