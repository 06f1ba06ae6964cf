import { textOf } from '../index/content.ts'
import { phrasesOf } from '../query/phrases.ts'
import type { Reference } from '../query/references.ts'
import type { Engine } from './engine.ts'
import { bestFirst, exactMatches, recordsWith, type Match } from './exact.ts'

/** The page of the law that a reference names; without a name, of the Petition Work Regulations. */
async function pageOf(engine: Engine, law: string): Promise<number | undefined> {
  const [name] = phrasesOf(law)
  if (!name) return engine.pages.findIndex(({ main }) => main)
  const [best] = (await exactMatches(engine, [name])).sort(bestFirst)
  return best && best.title > 0 ? best.page : undefined
}

/** Where an article stands under its heading, on the page of its law, or where the whole begins; none where there is none. */
export async function placeOf(engine: Engine, { law, article }: Reference): Promise<Match[]> {
  const page = await pageOf(engine, law)
  const first = engine.records.findIndex((each) => each.page === page)
  if (page === undefined || first < 0) return []
  const phrases = phrasesOf(article)
  const found = { page, marks: phrases, title: 2, weight: 1 }
  const [phrase] = phrases
  if (!phrase) return [{ ...found, record: first }]
  for (const { record } of await recordsWith(engine, phrase)) {
    if (engine.records[record]?.page !== page) continue
    const { parts, words } = await engine.passage(record)
    const text = words.slice(engine.records[record]?.textFrom)
    const isHeading = parts.some(({ at, from }) => textOf(text.slice(at, from)).trim() === article)
    if (isHeading) return [{ ...found, record }]
  }
  return []
}
