import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { redirect } from '@portal/content/schema/release/redirect'
import { region } from '@portal/content/schema/entries/region'
import type { Region } from '@portal/content/schema/entries/region'
import { settings } from '@portal/content/schema/entries/settings'
import type { Settings } from '@portal/content/schema/entries/settings'
import { topic } from '@portal/content/schema/entries/topic'
import type { Topic } from '@portal/content/schema/entries/topic'
import { withdrawn } from '@portal/content/schema/release/withdrawn'
import { z } from 'zod'
import type { RenderPage } from '../../page-locals.ts'
import { loadRenderer } from './renderer.ts'

/** A published site: its files, its on-demand pages and the lists that the pages offer. */
export type Release = {
  id: string
  client: string
  settings: Settings
  topics: Topic[]
  regions: Region[]
  /** Where a page that had this path now stands. */
  redirects: ReadonlyMap<string, string>
  /** Paths of pages that were taken down and say so. */
  withdrawn: ReadonlySet<string>
  render: RenderPage
}

/** Reads a release folder as the build leaves it. @throws when a part is missing or broken */
async function loadRelease(folder: string): Promise<Release> {
  const read = async <T>(name: string, schema: { parse(value: unknown): T }) =>
    schema.parse(JSON.parse(await readFile(join(folder, 'content', name), 'utf8')))
  const client = join(folder, 'client')
  const [siteSettings, topics, regions, redirects, gone, render] = await Promise.all([
    // A release of before does not tell of it in its privacy notice, so nothing is counted under it.
    read(
      'settings.json',
      z.preprocess((given) => ({ missedQueries: false, ...Object(given) }), settings),
    ),
    read('topics.json', topic.array()),
    read('regions.json', region.array()),
    read('redirects.json', redirect.array()),
    read('withdrawn.json', withdrawn.array()),
    loadRenderer(join(folder, 'server')),
    stat(join(client, 'index.html')),
  ])
  return {
    id: basename(folder),
    client,
    settings: siteSettings,
    topics,
    regions,
    redirects: new Map(redirects.map(({ from, to }) => [from, to])),
    withdrawn: new Set(gone.map(({ path }) => path)),
    render,
  }
}

/** Milliseconds between two looks at the link: two questions to the file system. */
const interval = 250

export type Releases = {
  /** The release to answer from; `null` until one could be loaded. */
  current(): Release | null
  stop(): void
}

/**
 * Follows the link to the current release and loads what it points to whenever that changes. A
 * release that does not load, or that `prove` rejects, is reported once and the last good one stays;
 * requests that are being answered keep the one they began with.
 */
export async function followReleases(
  link: string,
  prove: (release: Release) => Promise<void>,
  report: (error: unknown) => void,
): Promise<Releases> {
  let current: Release | null = null
  let seen = ''
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const look = async () => {
    try {
      const version = await identify(link)
      if (version.identity === seen) return
      seen = version.identity
      const next = await loadRelease(version.folder)
      await prove(next)
      current = next
    } catch (error) {
      report(error)
    }
  }
  const lookAgain = async () => {
    await look()
    if (!stopped) timer = setTimeout(lookAgain, interval).unref()
  }
  await lookAgain()
  return {
    current: () => current,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** Where the link leads, and a mark that changes when that is another folder or was built anew. */
async function identify(link: string): Promise<{ folder: string; identity: string }> {
  const folder = await realpath(link)
  const entry = await stat(join(folder, 'server', 'entry.mjs'))
  return { folder, identity: `${folder} ${entry.mtimeMs}` }
}
