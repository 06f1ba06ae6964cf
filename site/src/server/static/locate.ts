import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file of a release: `name` below `root`, asked for as `path`. */
export type StaticFile = { root: string; name: string; path: string }

/** Pages already open ask for these files of the release that they came from. */
const shared = /^\/(?:_astro|search-index)\//

/** Made by the build beside each text; a reader gets them by asking for the text. */
const compressed = /\.(?:br|gz)$/

/**
 * The file of a release for a path: `client/` and its index pages, and for shared assets also the
 * releases that lie beside it. `null` where there is none.
 */
export async function locate(client: string, path: string): Promise<StaticFile | null> {
  const found = await locateIn(client, path)
  if (found || !shared.test(path)) return found
  const releases = dirname(dirname(client))
  const current = basename(dirname(client))
  const names = await readdir(releases).catch(() => [])
  // One that is being made is hidden, and not served.
  for (const name of names.filter((each) => each !== current && !each.startsWith('.'))) {
    const earlier = await locateIn(join(releases, name, 'client'), path)
    if (earlier) return earlier
  }
  return null
}

async function locateIn(root: string, path: string): Promise<StaticFile | null> {
  const segments = path.split('/').slice(1)
  // A leading dot also covers `..`: nothing that begins with one is published.
  if (segments.some((segment) => segment.startsWith('.')) || compressed.test(path)) return null
  const name = path.endsWith('/') ? `${path}index.html` : path
  const stats = await stat(join(root, name)).catch(() => null)
  return stats?.isFile() ? { root, name, path } : null
}
