import { valueOf, type Shards } from '../index/catalogue.ts'
import { headedFrom } from '../index/content.ts'
import { facetNames } from '../facets.ts'
import type { Engine, Found, Source } from './engine.ts'
import { joined } from './join.ts'
import { openShard } from './shard.ts'

/**
 * Opens an index: its recent shard, or all of them. Shards are instances of their own, not merged by
 * the library: its record ids are 28 bits long and told apart within one index only.
 * @throws where one of its files is missing or damaged
 */
export async function openEngine(source: Source, older = false): Promise<Engine> {
  const { recent, older: years, synonyms } = JSON.parse(await source.text('index.json')) as Shards
  const folders = [recent, ...(older ? years.map(({ folder }) => folder) : [])]
  const shards = await Promise.all(folders.map((folder) => openShard(source, folder)))
  const catalogue = joined(shards.map((shard) => shard.catalogue))
  const starts = startsOf(shards.map(({ results }) => results.length))
  const firsts = startsOf(catalogue.records)
  const pageOf = catalogue.records.flatMap((count, page) => Array<number>(count).fill(page))
  const headed = new Set([...firsts, ...catalogue.headed])

  const ask = async (query: string): Promise<Found[]> => {
    const found = await Promise.all(shards.map((shard) => shard.ask(query)))
    return found.flatMap((each, nth) =>
      each.map(({ record, places }) => ({ record: record + (starts[nth] ?? 0), places })),
    )
  }
  return {
    catalogue,
    pages: catalogue.records.length,
    synonyms,
    olderYears: older ? [] : years.map(({ year }) => year),
    variants: once(async () => parseVariants(await source.text('variants.txt'))),
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
    pageOf: (record) => pageOf[record] ?? 0,
    firstOf: (page) => firsts[page] ?? 0,
    isHeaded: (record) => headed.has(record),
    textFrom: (record) => (headed.has(record) ? headedFrom : 0),
    card(page, { path, title }) {
      const day = catalogue.days[page]
      const facets = Object.fromEntries(
        facetNames.map((name) => [name, valueOf(catalogue, name, page)]),
      )
      const date = day == null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10)
      return { path, title, date, facets }
    },
  }
}

/** Where each of some counted things begins, when they stand one after the other. */
function startsOf(counts: number[]): number[] {
  let start = 0
  return counts.map((count) => (start += count) - count)
}

function parseVariants(pairs: string): Map<string, string> {
  const characters = Array.from(pairs)
  const variants = new Map<string, string>()
  for (let at = 0; at + 1 < characters.length; at += 2) {
    variants.set(characters[at] ?? '', characters[at + 1] ?? '')
  }
  return variants
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
