import type { Library } from '@portal/content/entry/library'
import { feeds } from './feeds/feeds.ts'
import { sitemaps } from './feeds/sitemaps.ts'
import type { Entries } from '../library/entries.ts'
import { dataSets } from './open-data/tables.ts'
import { standIns } from '../../stand-ins.ts'
import { absolute } from './absolute.ts'
import type { JoinedFile, StaticFile } from './file.ts'

function robots(): StaticFile {
  const lines = [
    'User-agent: *',
    `Disallow: ${standIns.basePath}/petition/track/`,
    `Disallow: ${standIns.basePath}/search/`,
    `Sitemap: ${absolute('/sitemap.xml')}`,
  ]
  return { file: 'robots.txt', from: lines, text: () => `${lines.join('\n')}\n` }
}

/** Every feed, map and table of a site. */
export function staticFiles(
  entries: Entries,
  library: Library,
): { files: StaticFile[]; joined: JoinedFile[] } {
  const { files, joined } = dataSets(entries, library)
  const { siteName } = library.settings
  return { files: [...feeds(entries, siteName), ...sitemaps(entries), robots(), ...files], joined }
}
