import { address } from '../../../layouts/address.ts'
import { createSearcher, type Searcher } from '../../../search/browser/searcher.ts'

export type Similar = { title: string; href: string }

let searcher: Searcher | undefined

/** Published results that have something of `text`, the likest first; none in an old browser. */
export async function findSimilar(text: string): Promise<Similar[]> {
  searcher ??= createSearcher(address('/').replace(/\/$/, ''))
  const found = searcher.works() ? await searcher.similar(text) : []
  return found.map(({ title, path }) => ({ title, href: address(path as `/${string}`) }))
}
