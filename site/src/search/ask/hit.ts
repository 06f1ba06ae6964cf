import type { Card } from '../index/format.ts'
import { fold } from '../tokenise.ts'
import type { Index } from './open-index.ts'
import { marksIn, passagesOf, stretches, type Passage, type Stretch } from './passage.ts'
import type { Match } from './rank.ts'

/** A page as it is shown among the results. */
export type Hit = { page: Card; title: Stretch[]; passages: Passage[] }

/** Reads what is to be shown of a match. */
export async function readHit(index: Index, { page, blocks, phrases }: Match): Promise<Hit> {
  const block = await index.block(blocks[0] ?? index.titleBlock(page) + 1)
  const { title } = block.page
  return {
    page: block.page,
    title: stretches(title, marksIn(fold(title, index.folding), phrases)),
    passages: passagesOf(block, phrases, index.folding),
  }
}
