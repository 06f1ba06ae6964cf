import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const usual = globalThis.fetch

/** Pagefind fetches its files with the `fetch` of the thread, which from now on reads those on disk. */
globalThis.fetch = async (given, init) => {
  const address = String(given)
  if (!address.startsWith('file:')) return usual(given, init)
  return new Response(await readFile(fileURLToPath(address.split('?')[0] ?? '')))
}

/** The address of an index that lies in a folder. */
export function indexIn(folder: string): string {
  return pathToFileURL(join(folder, '/')).href
}
