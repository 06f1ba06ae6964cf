import { readLibrary, type Library } from '@portal/content/entry/library'
import type { Loader } from 'astro/loaders'
import { environment } from '../server/environment.ts'

type Collection = Exclude<
  keyof Library,
  'settings' | 'synonyms' | 'redirects' | 'withdrawn' | 'privacyAllowed'
>

let reading: Promise<Library> | undefined

/**
 * Loads one collection out of the content folder. It reads through `readLibrary`, as the build's
 * check and the search index do: Astro's own loaders read front matter as YAML 1.1, which turns
 * an unquoted day into a moment of another type.
 */
export function libraryLoader(collection: Collection): Loader {
  return {
    name: `library-${collection}`,
    load: async ({ store, generateDigest, watcher, logger }) => {
      const fill = async () => {
        const library = await (reading ??= readLibrary(environment.contentDir))
        store.clear()
        for (const entry of library[collection]) {
          const { slug } = entry
          const isDocument = 'body' in entry
          store.set({
            id: slug,
            data: isDocument ? entry.data : entry,
            body: isDocument ? entry.body : '',
            digest: generateDigest(JSON.stringify(entry)),
          })
        }
      }
      await fill()
      watcher?.add(environment.contentDir)
      watcher?.on('change', (path) => {
        if (!path.startsWith(environment.contentDir)) return
        reading = undefined
        fill().catch((error: unknown) => logger.error(String(error)))
      })
    },
  }
}
