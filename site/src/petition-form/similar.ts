import { openIndex } from '../search/ask/open-index.ts'
import type { Index } from '../search/ask/open-index.ts'
import { results } from '../search/ask/results.ts'
import type { Kind } from '../search/kinds.ts'
import { canInflate, sourceOf } from '../search/browser/source.ts'
import { address } from '../layouts/address.ts'

export type Similar = { title: string; href: string }

const kind: Kind = '答复公示'
const most = 3
let index: Promise<Index> | undefined

/** Published results that have something of `title`, the likest first; none in an old browser. */
export async function findSimilar(title: string): Promise<Similar[]> {
  if (!canInflate()) return []
  index ??= openIndex(sourceOf(address('/').replace(/\/$/, '')))
  index.catch(() => (index = undefined))
  const found = await results(await index, title, { kind }, 'relevance')
  const hits = await found.more()
  return hits.slice(0, most).map(({ page }) => ({
    title: page.title,
    href: address(page.path as `/${string}`),
  }))
}
