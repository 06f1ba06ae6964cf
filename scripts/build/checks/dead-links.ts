import type { DeadLink } from '@portal/content/schema/release/dead-link'
import { onDemandPages } from '../../../site/src/server/releases/on-demand-pages.ts'

const address = /\b(?:href|src)="([^"#?]*)(?:[?#][^"]*)?"/g

/**
 * The addresses of this site that a page links to, each once. Links to other sites are not followed: a
 * build asks nobody anything.
 */
export function linksIn(html: string): string[] {
  const named = new Set(Array.from(html.matchAll(address), ([, to = '']) => to))
  return [...named].filter((to) => to.startsWith('/') && !to.startsWith('//'))
}

/** What links of a release may lead to. */
type Targets = {
  /** The files below `client/`, such as `essays/x/index.html`. */
  files: ReadonlySet<string>
  /** Earlier addresses, which lead on. */
  moved: ReadonlySet<string>
  /** '' or '/path', which every address of the site begins with. */
  basePath: string
}

/**
 * Finds the links of pages that lead to no page or file of their release.
 * @param pages the links of each page, by its file below `client/`
 */
export function findDeadLinks(
  pages: Iterable<readonly [file: string, links: readonly string[]]>,
  { files, moved, basePath }: Targets,
): DeadLink[] {
  const known = new Map<string, boolean>()
  const leads = (to: string) => {
    let found = known.get(to)
    if (found === undefined) known.set(to, (found = leadsSomewhere(to)))
    return found
  }
  const leadsSomewhere = (to: string) => {
    const path = decodePath(to.startsWith(`${basePath}/`) ? to.slice(basePath.length) : to)
    const file = path.slice(1)
    return (
      onDemandPages.has(path) ||
      moved.has(path) ||
      files.has(file) ||
      files.has(`${file}index.html`)
    )
  }
  const dead: DeadLink[] = []
  for (const [file, links] of pages) {
    const page = `/${file}`.replace(/index\.html$/, '')
    for (const to of links) if (!leads(to)) dead.push({ page, to })
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
