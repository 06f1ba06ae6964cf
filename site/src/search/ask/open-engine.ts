import type { Shards } from '../index/catalogue.ts'
import { headedFrom } from '../index/content.ts'
import { fetching } from '../suggest/load.ts'
import type { Engine, Found, Place } from './engine.ts'
import { openShard } from './shard.ts'

/**
 * Opens the index at an address: its recent shards, or all of them. Shards are instances of their own, not merged by
 * the library: its record ids are 28 bits long and told apart within one index only.
 * @throws where one of its files is missing or damaged
 */
export async function openEngine(address: string, older = false): Promise<Engine> {
  const index = (await fetching(address)('index.json')) as Shards
  const folders = [...index.recent, ...(older ? index.older.map(({ folder }) => folder) : [])]
  const shards = await Promise.all(folders.map((folder) => openShard(`${address}${folder}/`)))
  const pages = shards.flatMap((shard) => shard.pages)
  const records = pages.flatMap(({ records, headed }, page) =>
    Array.from({ length: records }, (_, nth): Place => {
      const isHeaded = nth === 0 || headed.includes(nth)
      return { page, isFirst: nth === 0, textFrom: isHeaded ? headedFrom : 0 }
    }),
  )
  let count = 0
  const starts = shards.map((shard) => (count += shard.records) - shard.records)

  const ask = async (query: string): Promise<Found[]> => {
    const found = await Promise.all(shards.map((shard) => shard.ask(query)))
    return found.flatMap((each, nth) =>
      each.map(({ record, places }) => ({ record: record + (starts[nth] ?? 0), places })),
    )
  }
  return {
    ...{ pages, records, synonyms: index.synonyms },
    variants: new Map(index.variants.match(/../gsu)?.map((pair) => Array.from(pair) as Pair)),
    olderYears: older ? [] : index.older.map(({ year }) => year),
    withAll: (words) => ask(words.join(' ')),
    withPhrase: (words) => ask(`"${words.join(' ')}"`),
    async withCharacter(character) {
      await Promise.all(shards.map((shard) => shard.prepare(character)))
      return ask(character)
    },
    async passage(record) {
      const nth = starts.findLastIndex((start) => start <= record)
      const shard = shards[nth]
      if (!shard) throw new RangeError(`no record ${record}`)
      return shard.passage(record - (starts[nth] ?? 0))
    },
  }
}

type Pair = [string, string]
