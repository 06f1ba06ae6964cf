import { linesOf } from '../index/blocks.ts'
import { fold } from '../tokenise.ts'
import type { Index } from './open-index.ts'
import { places } from './places.ts'
import type { Match } from './rank.ts'

/**
 * Whether a page has the phrases of a match. One sign or two are told exactly by the index; of longer
 * phrases the pairs may stand in the page without following one another, so the text is read.
 */
export async function proves(index: Index, match: Match): Promise<boolean> {
  let unproven = match.phrases.filter(({ length }) => length > 2)
  const strike = (lines: string[]) => {
    const folded = lines.map((line) => fold(line, index.folding))
    unproven = unproven.filter((phrase) => !folded.some((line) => places(line, phrase).length > 0))
  }
  const firstText = index.titleBlock(match.page) + 1
  const blocks = match.blocks.length > 0 ? match.blocks : [firstText]
  for (const [at, number] of blocks.entries()) {
    if (unproven.length === 0) break
    const block = await index.block(number)
    if (at === 0) strike([block.page.title])
    strike(linesOf(block).map(({ text }) => text))
  }
  return unproven.length === 0
}

/** The reading of a match that its page proves to have, if any. */
export async function proven(index: Index, match: Match): Promise<Match | null> {
  for (const reading of [match, ...match.otherwise]) {
    if (await proves(index, reading)) return reading
  }
  return null
}
