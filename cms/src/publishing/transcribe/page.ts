import { fixedPages, type FixedPage } from '@portal/content/schema/entries/fixed-page'
import { splitLines, type DeskEntry, type StoredFields } from '../../strapi/stored-fields.ts'

/** How people ask for a page that is no entry, from the CMS, for the schema to check. */
export function pageToContent({ path, phrasings }: StoredFields) {
  return { path, phrasings: splitLines(phrasings) }
}

/** Every page that is no entry, for the CMS, with what is known of how people ask for it. */
export function pagesToDesk(pages: FixedPage[]): DeskEntry[] {
  const known = new Map(pages.map(({ path, phrasings }) => [path, phrasings]))
  return Object.entries(fixedPages).map(([path, title]) => ({
    fields: {
      ...{ path, title },
      phrasings: (known.get(path as FixedPage['path']) ?? []).join('\n'),
    },
    files: {},
    links: {},
  }))
}
