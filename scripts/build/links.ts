import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { DeadLink } from '@portal/content/schema/dead-link'
import { onDemandPages } from '../../site/src/server/releases/on-demand-pages.ts'

const address = /\b(?:href|src)="([^"#?]*)(?:[?#][^"]*)?"/g

/**
 * Finds the links of a finished release that lead to no page or file of it. Links to other sites are
 * not followed: a build asks nobody anything.
 * @param moved earlier addresses, which lead on
 * @param basePath '' or '/path', which every address of the site begins with
 */
export async function findDeadLinks(
  client: string,
  moved: ReadonlySet<string>,
  basePath: string,
): Promise<DeadLink[]> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const there = new Set(files.map((file) => `/${relative(client, file).split(sep).join('/')}`))
  const leads = (path: string) =>
    onDemandPages.has(path) || moved.has(path) || there.has(path) || there.has(`${path}index.html`)
  const dead: DeadLink[] = []
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(file, 'utf8')
    const page = `/${relative(client, file).split(sep).join('/')}`.replace(/index\.html$/, '')
    const named = new Set(Array.from(html.matchAll(address), ([, to = '']) => to))
    for (const to of named) {
      if (!to.startsWith('/') || to.startsWith('//')) continue
      const path = to.startsWith(`${basePath}/`) ? to.slice(basePath.length) : to
      if (!leads(decodePath(path))) dead.push({ page, to })
    }
  }
  return dead
}

function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
