import { readAddress, type Page } from '../index/catalogue.ts'
import { fetching } from '../suggest/load.ts'
import type { Found, Passage } from './engine.ts'

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

type LibraryResult = { id: string; words: number[]; data(): Promise<Fragment> }
type Fragment = { raw_url: string; raw_content?: string; content: string }
type Library = {
  createInstance(options: { basePath: string }): {
    init(): Promise<unknown>
    search(query: string | null): Promise<{ results: LibraryResult[] }>
    preload(query: string): Promise<unknown>
  }
}

let faults: number | undefined

/** Counts the files that cannot be read, from now on: the library passes over them without a word. */
function countFaults(): void {
  if (faults !== undefined) return
  faults = 0
  const usual = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const response = await usual(...given).catch(() => Response.error())
    if (!response.ok) faults = (faults ?? 0) + 1
    return response
  }
}

/** Does the work. @throws where a file could not be read meanwhile */
async function watched<T>(work: Promise<T>): Promise<T> {
  const before = faults
  const done = await work
  if (faults !== before) throw new Error('a file of the search index is missing')
  return done
}

/** Opens the shard at an address. @throws where one of its files is missing or damaged */
export async function openShard(address: string): Promise<Shard> {
  const pages = (await fetching(address)('catalogue.json')) as Page[]
  // The library does not open an index of nothing.
  if (pages.length === 0) return empty
  countFaults()
  const basePath = `${address}pagefind/`
  const library = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Library
  const instance = library.createInstance({ basePath })
  await watched(instance.init())
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
