import type { Document } from '@portal/content/schema/collections'
import { mediaPath, type DeskEntry, type Row } from './fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'

/** A video's facts from the CMS, for the schema to check. */
export function videoToContent(row: Row) {
  return {
    ...publicationToContent(row),
    file: mediaPath(row.file),
    poster: mediaPath(row.poster),
    captions: mediaPath(row.captions),
    durationSeconds: row.durationSeconds,
    silent: row.silent,
    chapters: ((row.chapters as Row[] | null) ?? []).map(({ atSeconds, title, article }) => ({
      atSeconds,
      title,
      article: article ?? null,
    })),
  }
}

/** A bundled video, for the CMS. */
export function videoToDesk({ slug, data, body }: Document<'videos'>): DeskEntry {
  const { durationSeconds, silent, chapters } = data
  return {
    fields: { ...publicationToDesk(slug, data, body), durationSeconds, silent, chapters },
    files: {
      file: { path: data.file, alt: data.title },
      poster: { path: data.poster, alt: data.title },
      captions: { path: data.captions, alt: data.title },
    },
    links: {},
  }
}
