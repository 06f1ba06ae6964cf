import type { Kind } from '../facets.ts'
import type { Engine } from '../engine/engine.ts'
import { nearPages } from './near-matches.ts'

/** A published result that is like something. */
export type Similar = { path: string; title: string }

const notices: Kind = '答复公示'
/** Of the weight of a text's words, what is like it must have this share. */
const leastCoverage = 0.25

/**
 * The published results that have most in common with a text, the likest first: the same weighing as
 * for a question.
 */
export async function similarNotices(
  engine: Engine,
  text: string,
  count: number,
): Promise<Similar[]> {
  const { weighed } = await nearPages(engine, text)
  const likest = weighed
    .filter(({ page }) => page.facets.kind === notices)
    .filter(({ coverage }) => coverage >= leastCoverage)
    .slice(0, count)
  return Promise.all(
    likest.map(async ({ passage }) => {
      const { path, title } = await passage.read()
      return { path, title }
    }),
  )
}
