import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Pagefind, Source } from '../ask/engine.ts'

/**
 * The index as it lies in a folder. Pagefind fetches its files with the `fetch` of the thread, which
 * from then on reads those of this index from disk.
 */
export function sourceIn(folder: string): Source {
  const base = pathToFileURL(join(folder, '/')).href
  let faults = 0
  const usual = globalThis.fetch
  globalThis.fetch = async (address, init) => {
    const url = String(address).split('?')[0] ?? ''
    if (!url.startsWith(base)) return usual(address, init)
    try {
      return new Response(await readFile(fileURLToPath(url)))
    } catch (error) {
      faults += 1
      throw error
    }
  }
  return {
    async pagefind(shard) {
      const basePath = `${base}${shard}/pagefind/`
      return { library: (await import(`${basePath}pagefind.js`)) as Pagefind, basePath }
    },
    text: (name) => readFile(join(folder, name), 'utf8'),
    faults: () => faults,
  }
}
