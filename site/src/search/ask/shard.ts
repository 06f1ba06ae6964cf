import { readAddress, type Page } from '../index/catalogue.ts'
import type { Found, LibraryResult, Passage, Source } from './engine.ts'

/** One index of the library, with its records numbered in order of insertion. */
type Shard = {
  pages: Page[]
  /** How many it has. */
  records: number
  ask(query: string): Promise<Found[]>
  /** Loads what words beginning with a character need. */
  prepare(character: string): Promise<void>
  passage(record: number): Promise<Passage>
}

/** @throws where one of its files is missing or damaged */
export async function openShard(source: Source, folder: string): Promise<Shard> {
  const pages = JSON.parse(await source.text(`${folder}/catalogue.json`)) as Page[]
  // The library does not open an index of nothing.
  if (pages.length === 0) return empty
  const { library, basePath } = await source.pagefind(folder)
  const instance = library.createInstance({ basePath })
  await instance.init()
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    const before = source.faults()
    const done = await work
    if (source.faults() > before) throw new Error('a file of the search index is missing')
    return done
  }
  const search = async (query: string | null): Promise<LibraryResult[]> =>
    (await watched(instance.search(query))).results

  // All records, in order of insertion.
  const all = await search(null)
  const counted = pages.reduce((sum, { records }) => sum + records, 0)
  if (counted !== all.length) throw new Error('the search index and its catalogue differ')
  const numbers = new Map(all.map(({ id }, number) => [id, number]))
  return {
    pages,
    records: all.length,
    async ask(query) {
      return (await search(query)).flatMap(({ id, words }) => {
        const record = numbers.get(id)
        return record === undefined ? [] : [{ record, places: words }]
      })
    },
    async prepare(character) {
      await watched(Promise.all(followers.map((next) => instance.preload(character + next))))
    },
    async passage(record) {
      const result = all[record]
      if (!result) throw new RangeError(`no record ${record}`)
      const { raw_url: address, raw_content: raw, content } = await watched(result.data())
      // The library escapes the angle brackets of what it keeps raw.
      const words = (raw ?? content).replace(/&lt;/g, '<').replace(/&gt;/g, '>').split(' ')
      return { ...readAddress(address), words }
    },
  }
}

const empty: Shard = {
  ...{ pages: [], records: 0, ask: async () => [], prepare: async () => {} },
  passage: (record) => Promise.reject(new RangeError(`no record ${record}`)),
}

/**
 * Characters spread over all that may follow another one. The library looks for what begins with a
 * character in one chunk of its index only; the chunks that lie between these are loaded before.
 */
const [first, last, step] = [0x4e00, 0x9fff, 96]
const followers = Array.from({ length: Math.ceil((last - first) / step) }, (_, at) =>
  String.fromCodePoint(first + at * step),
)
