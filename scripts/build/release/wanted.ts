import { createHash } from 'node:crypto'
import type { Day } from '@portal/content/calendar/day'
import type { Library } from '@portal/content/entry/library'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { sortEntries } from '../../../site/src/library/entries.ts'
import type { JoinedFile, StaticFile } from '../../../site/src/static/file.ts'
import { staticFiles } from '../../../site/src/static/files.ts'
import { fileOf, type StaticPage } from '../../../site/src/static/page.ts'
import { staticPages } from '../../../site/src/static/pages.ts'
import type { Wanted } from './plan.ts'

export type WantedPage = Wanted & { page: StaticPage }
export type WantedText = Wanted & { made: StaticFile }
export type WantedJoin = Wanted & { made: JoinedFile }

/** A digest of what something is made of. */
export function keyOf(...from: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(from)).digest('hex').slice(0, 32)
}

/**
 * What a page shows, for its key: an entry that was read from a file stands for itself by its digest, which
 * is sooner hashed than its text.
 */
function brief(shown: StaticPage['shown']): unknown {
  return Object.entries(shown).map(([name, content]) => {
    const whole = content as Record<string, { digest?: string } | undefined>
    const digest = whole[name]?.digest
    return [name, digest ? { ...whole, [name]: digest } : whole]
  })
}

/** Every page, feed, map and table of a site, each with the key of all that it is made of. */
export function wantedFiles(
  library: Library,
  today: Day,
  workdays: Workdays,
): { pages: WantedPage[]; texts: WantedText[]; joins: WantedJoin[] } {
  const entries = sortEntries(library)
  const pages = staticPages(entries, today, workdays).map((page): WantedPage => {
    const key = keyOf(page.route, page.path, brief(page.shown))
    return { file: `client/${fileOf(page.path)}`, key, page }
  })
  const { files, joined } = staticFiles(entries, library)
  const texts = files.map(wantedText)
  const keys = new Map(texts.map(({ file, key }) => [file, key]))
  const joins = joined.map((made): WantedJoin => {
    const parts = made.parts.map((part) => keys.get(`client/${part}`))
    return { file: `client/${made.file}`, key: keyOf(parts), made }
  })
  return { pages, texts, joins }
}

export function wantedText(made: StaticFile): WantedText {
  return { file: `client/${made.file}`, key: keyOf(made.from), made }
}
