import { basename, extname } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { officeDigests } from '@portal/content/privacy/office-contacts'
import { mediaUses } from '../../../site/src/library/media.ts'

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

/** What may stand in a release although it looks personal. */
export type Allowed = {
  /** Digests of the office's own, which may stand anywhere. */
  everywhere: ReadonlySet<string>
  /**
   * Whether what was let through for an entry is shown where it may be: on its page, whatever leads there
   * (lists, feeds, tables), and in its files.
   */
  mayStand: (digest: string, shown: Shown) => boolean
}

export function allowing(library: Library): Allowed {
  const { settings, departments, privacyAllowed } = library
  const pagesOf = Map.groupBy(privacyAllowed, ({ digest }) => digest)
  const freely = privacyAllowed.filter(({ path }) => !path).map(({ digest }) => digest)
  let files: Map<string, string[]> | undefined
  const isShown = (page: string, shown: Shown) => {
    if ('page' in shown) return shown.page === page
    const { file, texts } = shown
    if (file === `${page.slice(1)}index.html` || texts.some((text) => text.includes(page)))
      return true
    files ??= filesOfPages(library)
    return files.get(page)?.some((name) => file.startsWith(name)) ?? false
  }
  return {
    everywhere: new Set([...officeDigests([settings, ...departments]), ...freely]),
    mayStand: (digest, shown) =>
      pagesOf.get(digest)?.some(({ path }) => path !== undefined && isShown(path, shown)) ?? false,
  }
}
