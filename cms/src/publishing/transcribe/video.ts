import type { Document } from '@portal/content/schema/entries/collections'
import {
  focusOf,
  mediaPath,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'

/** A video's facts from the CMS, for the schema to check. */
export function videoToContent(row: StoredFields) {
  const posterFocus = focusOf(row.poster)
  return {
    ...publicationToContent(row),
    file: mediaPath(row.file),
    poster: mediaPath(row.poster),
    ...(posterFocus && { posterFocus }),
    captions: mediaPath(row.captions),
    durationSeconds: row.durationSeconds ?? undefined,
    silent: row.silent,
    chapters: ((row.chapters as StoredFields[] | null) ?? []).map(
      ({ atSeconds, title, article }) => ({
        atSeconds,
        title,
        article: article ?? null,
      }),
    ),
  }
}

/** A bundled video, for the CMS. */
export function videoToDesk({ slug, data, body }: Document<'videos'>): DeskEntry {
  const { durationSeconds, silent, chapters } = data
  return {
    fields: { ...publicationToDesk(slug, data, body), durationSeconds, silent, chapters },
    files: {
      file: { path: data.file, alt: data.title },
      poster: { path: data.poster, alt: data.title, focus: data.posterFocus },
      captions: { path: data.captions, alt: data.title },
    },
    links: {},
  }
}
