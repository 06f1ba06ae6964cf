import { linesOf } from '../index/blocks.ts'
import type { Block, Card } from '../index/format.ts'
import { fold } from '../tokenise.ts'
import type { Index } from './open-index.ts'
import { marksIn, passagesOf, stretches, type Passage, type Stretch } from './passage.ts'
import { places } from './places.ts'
import type { Match } from './rank.ts'

/** A page as it is shown among the results. */
export type Hit = { page: Card; title: Stretch[]; passages: Passage[] }

/**
 * Reads what is to be shown of a match. `null` where an exact match proves to lack a phrase: its
 * pairs stand in the page, but not one after the other.
 */
export async function readHit(index: Index, match: Match, exact: boolean): Promise<Hit | null> {
  const [best = index.titleBlock(match.page) + 1, ...others] = match.blocks
  const block = await index.block(best)
  // One sign or two are told exactly by the index itself.
  let unproven = exact ? match.phrases.filter(({ length }) => length > 2) : []
  const prove = (lines: string[]) => {
    const folded = lines.map((line) => fold(line, index.folding))
    unproven = unproven.filter((phrase) => !folded.some((line) => places(line, phrase).length > 0))
  }
  prove([block.page.title, ...textOf(block)])
  for (const other of others) {
    if (unproven.length === 0) break
    prove(textOf(await index.block(other)))
  }
  if (unproven.length > 0) return null
  const { title } = block.page
  return {
    page: block.page,
    title: stretches(title, marksIn(fold(title, index.folding), match.phrases)),
    passages: passagesOf(block, match.phrases, index.folding),
  }
}

function textOf(block: Block): string[] {
  return linesOf(block).map(({ text }) => text)
}
