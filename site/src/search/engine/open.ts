import type { Shards } from '../index/catalogue.ts'
import { fetching } from '../suggest/load.ts'
import type { Engine } from './engine.ts'
import { openShard } from './shard.ts'

/**
 * Opens the index at an address: its recent shards, or all of them. Shards are instances of their own,
 * not merged by the library: its record ids are 28 bits long and told apart within one index only.
 * @throws where one of its files is missing or damaged
 */
export async function openEngine(address: string, older = false): Promise<Engine> {
  const index = (await fetching(address)('index.json')) as Shards
  const folders = [...index.recent, ...(older ? index.older.map(({ folder }) => folder) : [])]
  const shards = await Promise.all(folders.map((folder) => openShard(`${address}${folder}/`)))
  return {
    pages: shards.flatMap(({ pages }) => pages),
    passages: shards.flatMap(({ passages }) => passages),
    find: async (signs) => (await Promise.all(shards.map(({ find }) => find(signs)))).flat(),
    synonyms: index.synonyms,
    variants: new Map(index.variants.match(/../gsu)?.map((two) => Array.from(two) as Pair)),
    olderYears: older ? [] : index.older.map(({ year }) => year),
  }
}

type Pair = [string, string]
