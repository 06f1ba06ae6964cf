import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { keptReleases } from './kept-releases.ts'
import { outdatedIn } from './outdated-pages.ts'

/** What pages that are still open in a browser ask for: the program's own files. */
const program = /\.(?:js|css|woff2?)$/

/** Takes out of a release everything that it tells: pages, lists, feeds, index, data, pictures and files. */
async function emptyRelease(folder: string): Promise<void> {
  const client = join(folder, 'client')
  // First what makes it a release, so that nobody goes back to half of one.
  await rm(join(client, 'index.html'), { force: true })
  for (const name of await readdir(client)) {
    if (name !== '_astro') await rm(join(client, name), { recursive: true, force: true })
  }
  const files = await readdir(join(client, '_astro')).catch(() => [])
  for (const name of files.filter((file) => !program.test(file))) {
    await rm(join(client, '_astro', name), { force: true })
  }
  await rm(join(folder, 'content'), { recursive: true, force: true })
}

/**
 * Empties the kept releases that show what was withdrawn, or taken out as personal, since they were
 * made: the portal still serves files of earlier releases to pages that are open.
 */
export async function emptyOutdated(strapi: Core.Strapi, releases: string): Promise<void> {
  for (const release of await keptReleases(releases)) {
    if (release.current) continue
    const outdated = await outdatedIn(strapi, releases, release)
    if (outdated.length === 0) continue
    await emptyRelease(join(releases, release.name))
    strapi.log.info(`发布：版本 ${release.name} 含有已撤下的内容，已清空`)
  }
}
