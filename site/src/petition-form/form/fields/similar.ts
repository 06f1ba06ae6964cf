import { address } from '../../../layouts/address.ts'
import { ask, searchesHere } from '../../../search/browser/searcher.ts'

export type Similar = { title: string; href: string }

/** Published results that have something of `text`, the likest first; none in an old browser. */
export async function findSimilar(text: string): Promise<Similar[]> {
  const found = searchesHere() ? await ask((worker) => worker.similar(text)) : []
  return found.map(({ title, path }) => ({ title, href: address(path as `/${string}`) }))
}
