import { access, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { deadLink, type DeadLink } from '@portal/content/schema/release/dead-link'
import { releaseMoment } from '@portal/content/schema/release/release-name'
import type { KeptRelease } from '../../contracts/publications/releases.ts'

/** The releases that can be gone back to, newest first. */
export async function keptReleases(folder: string): Promise<KeptRelease[]> {
  const names = await readdir(folder).catch(() => [])
  const current = await readlink(join(folder, 'current')).catch(() => '')
  // One that was emptied keeps no page to go back to.
  const whole = await Promise.all(
    names.map(async (name) => {
      const at = releaseMoment(name)
      if (at === null) return []
      const page = access(join(folder, name, 'client', 'index.html'))
      return page.then(
        () => [{ name, at, current: name === current }],
        () => [],
      )
    }),
  )
  return whole.flat().sort((a, b) => (a.name < b.name ? 1 : -1))
}

/** Whether citizens see an earlier release although a newer one is kept. */
export function isGoneBack(releases: readonly KeptRelease[]): boolean {
  return releases.length > 0 && releases[0]?.current === false
}

/** Links of the current release that lead nowhere. */
export async function deadLinks(folder: string): Promise<DeadLink[]> {
  const file = join(folder, 'current', 'content', 'dead-links.json')
  const text = await readFile(file, 'utf8').catch(() => '[]')
  return deadLink.array().parse(JSON.parse(text))
}
