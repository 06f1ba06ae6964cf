import type { Document } from '@portal/content/schema/entries/collections'
import {
  deskPicture,
  pictureOf,
  splitList,
  textOf,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'

/** An essay's facts from the CMS, for the schema to check. */
export function essayToContent(row: StoredFields) {
  return {
    ...publicationToContent(row),
    series: row.series,
    author: textOf(row.author),
    cover: pictureOf(row.cover),
    articles: splitList(row.articles).map(Number),
  }
}

/** A bundled essay, for the CMS. */
export function essayToDesk({ slug, data, body }: Document<'essays'>): DeskEntry {
  return {
    fields: {
      ...publicationToDesk(slug, data, body),
      series: data.series,
      author: data.author,
      articles: data.articles.join('，'),
    },
    files: deskPicture(data.cover),
    links: {},
  }
}
