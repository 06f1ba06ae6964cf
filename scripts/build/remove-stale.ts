import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayMs } from '@portal/content/calendar/day'

/**
 * Removes the files and folders of `parent` whose names begin so and that nobody has touched for so
 * many days. Another build may be doing the same.
 */
export async function sweep(parent: string, prefix: string, days: number): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const left = join(parent, name)
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs > days * dayMs) await rm(left, { recursive: true, force: true })
  }
}
