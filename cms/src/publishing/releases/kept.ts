import { access, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { deadLink, type DeadLink } from '@portal/content/schema/dead-link'
import type { KeptRelease } from '../../contracts/releases.ts'

const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(\d{3})Z$/

/** The releases that can be gone back to, newest first. */
export async function keptReleases(folder: string): Promise<KeptRelease[]> {
  const names = await readdir(folder).catch(() => [])
  const current = await readlink(join(folder, 'current')).catch(() => '')
  // One that was emptied keeps no page to go back to.
  const whole = await Promise.all(
    names
      .filter((name) => form.test(name))
      .map(async (name) => {
        const page = access(join(folder, name, 'client', 'index.html'))
        return page.then(
          () => [name],
          () => [],
        )
      }),
  )
  return whole
    .flat()
    .sort()
    .reverse()
    .map((name) => ({
      name,
      at: name.replace(form, '$1-$2-$3T$4:$5:$6.$7Z'),
      current: name === current,
    }))
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
