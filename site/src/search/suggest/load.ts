import { alike } from './homophones.ts'
import { suggester } from './suggest.ts'
import type { Sounds, Term } from './term.ts'

const twoHan = /[\u3400-\u9fff][^]*[\u3400-\u9fff]/

/** Reads one of our own files in an index. */
export type Read = (name: string) => Promise<unknown>

/**
 * Makes the function that finds suggestions. It reads `suggestions.json` when first asked, and
 * `sounds.json` when Chinese was typed that nothing contains; each once, whether it succeeds or not.
 */
export function finder(read: Read): (typed: string) => Promise<string[]> {
  // Suggestions are an extra: where they cannot be read, the search box is a plain one.
  const terms = once(() => read('suggestions.json').catch(() => []) as Promise<Term[]>)
  const sounds = once(() => read('sounds.json').catch(() => ({})) as Promise<Sounds>)
  const suggest = once(async () => suggester(await terms()))
  const resemble = once(async () => alike(await terms(), await sounds()))
  return async (typed) => {
    const found = (await suggest())(typed)
    return found.length > 0 || !twoHan.test(typed) ? found : (await resemble())(typed)
  }
}

/** Reads the files below an address. */
export function fetching(folder: string): Read {
  return async (name) => {
    const response = await fetch(folder + name)
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    return response.json()
  }
}

/** Does something when it is first asked for, and never again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
