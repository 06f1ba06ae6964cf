import { readAddress, type Page } from '../index/catalogue.ts'
import { fetching } from '../suggest/load.ts'
import { signOf, wordsOf } from '../text/words.ts'
import type { Engine, Found, Passage, Said } from './engine.ts'

/** One index of the library. */
type Shard = Pick<Engine, 'pages' | 'passages' | 'find'>

type Result = { id: string; words: number[]; data(): Promise<Fragment> }
type Fragment = { raw_url: string; raw_content?: string; content: string }
type Instance = {
  init(): Promise<unknown>
  search(query: string | null): Promise<{ results: Result[] }>
  preload(query: string): Promise<unknown>
}
type Library = { createInstance(options: { basePath: string }): Instance }

/** Opens the shard at an address. @throws where one of its files is missing or damaged */
export async function openShard(address: string): Promise<Shard> {
  const pages = (await fetching(address)('catalogue.json')) as Page[]
  // The library does not open an index of nothing.
  if (pages.length === 0) return { pages, passages: [], find: async () => [] }
  countFaults()
  const basePath = `${address}pagefind/`
  const library = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Library
  const instance = library.createInstance({ basePath })
  await watched(instance.init())

  // All of them, in order of insertion.
  const { results } = await watched(instance.search(null))
  const order = results.values()
  const passages = pages.flatMap((page) => passagesOf(page, order))
  if (passages.length !== results.length) throw new Error('index and catalogue differ')
  const byId = new Map(results.map(({ id }, at) => [id, passages[at]]))

  async function ask(query: string): Promise<Found[]> {
    const { results } = await watched(instance.search(query))
    return results.flatMap(({ id, words }) => {
      const passage = byId.get(id)
      return passage ? [{ passage, places: words }] : []
    })
  }

  return {
    ...{ pages, passages },
    async find(signs) {
      const words = wordsOf(signs)
      const [first = ''] = words
      if (words.length === 1) {
        await watched(Promise.all(followers.map((next) => instance.preload(first + next))))
        return ask(first)
      }
      // The last sign stands in the word before.
      words.pop()
      const having = new Set((await ask(`"${words.join(' ')}"`)).map(({ passage }) => passage))
      if (having.size === 0) return []
      // Quoted words are told once a record, and words that are not quoted wherever they stand.
      return (await ask(words.join(' ')))
        .filter(({ passage }) => having.has(passage))
        .map(({ passage, places }) => ({ passage, places: beginnings(places, words.length) }))
    },
  }
}

/** The passages of a page, whose results come next. */
function passagesOf(page: Page, results: Iterator<Result>): Passage[] {
  const passages = page.zones.map((zone, nth): Passage => {
    const result = results.next().value as Result | undefined
    return {
      ...{ page, zone, nth },
      get shown() {
        return passages.find((each) => each.nth >= nth && each.zone === 'text') ?? this
      },
      async read() {
        if (!result) throw new RangeError('no such record')
        return read(await watched(result.data()))
      },
    }
  })
  return passages
}

function read({ raw_url: address, raw_content: raw, content }: Fragment): Said {
  // The library escapes the angle brackets of what it keeps raw.
  const words = (raw ?? content).replace(/&lt;/g, '<').replace(/&gt;/g, '>').split(' ')
  return { ...readAddress(address), signs: words.map(signOf) }
}

/** The first of each run of so many places one after the other. */
function beginnings(places: number[], length: number): number[] {
  const known = new Set(places)
  const runs = places.filter((place) => {
    for (let at = 1; at < length; at += 1) if (!known.has(place + at)) return false
    return true
  })
  // A phrase that repeats a pair may run over itself: it stands there at least once.
  return runs.length > 0 ? runs : places.slice(0, 1)
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

/**
 * Characters spread over all that may follow another one. The library looks for what begins with a
 * character in one chunk of its index only; the chunks that lie between these are loaded before.
 */
const [first, last, step] = [0x4e00, 0x9fff, 96]
const followers = Array.from({ length: Math.ceil((last - first) / step) }, (_, at) =>
  String.fromCodePoint(first + at * step),
)
