import { basename, extname } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { officeDigests } from '@portal/content/privacy/office-contacts'
import { mediaUses } from '../../site/src/library/media.ts'

/** Where something was found: a file of the release with all that it says, or a page in the search index. */
export type Shown = { file: string; texts: readonly string[] } | { page: string }

/** `essays/x.md` is what stands at `/essays/x/`. */
const pageOf = (entry: string) => `/${entry.slice(0, -extname(entry).length)}/`

/** The files of each entry's page: films and downloads by their paths, pictures by how their names begin. */
function filesOfPages(library: Library): Map<string, string[]> {
  const files = mediaUses(library).map(({ file, path, role }) => {
    const made = `_astro/${basename(path, extname(path))}.`
    return { page: pageOf(file), name: role === 'picture' ? made : path }
  })
  const byPage = Map.groupBy(files, ({ page }) => page)
  return new Map([...byPage].map(([page, all]) => [page, all.map(({ name }) => name)]))
}

/**
 * Tells whether something personal, by its digest, may stand: the office's own anywhere, what was let
 * through for an entry where that is shown, which is its page, whatever leads there (lists, feeds,
 * tables), and its files.
 */
export function allowing(library: Library): (digest: string, shown: Shown) => boolean {
  const everywhere = new Set(officeDigests([library.settings, ...library.departments]))
  const pagesOf = Map.groupBy(library.privacyAllowed, ({ digest }) => digest)
  let files: Map<string, string[]> | undefined
  const isShown = (page: string, shown: Shown) => {
    if ('page' in shown) return shown.page === page
    const { file, texts } = shown
    if (file === `${page.slice(1)}index.html` || texts.some((text) => text.includes(page)))
      return true
    files ??= filesOfPages(library)
    return files.get(page)?.some((name) => file.startsWith(name)) ?? false
  }
  return (digest, shown) =>
    everywhere.has(digest) ||
    (pagesOf.get(digest)?.some(({ path }) => !path || isShown(path, shown)) ?? false)
}
