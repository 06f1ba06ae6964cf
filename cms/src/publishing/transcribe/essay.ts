import type { Document } from '@portal/content/schema/collections'
import { mediaPath, splitList, textOf, type DeskEntry, type Row, type Upload } from './fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'

/** An essay's facts from the CMS, for the schema to check. */
export function essayToContent(row: Row) {
  const cover = row.cover as Upload | null | undefined
  return {
    ...publicationToContent(row),
    series: row.series,
    author: textOf(row.author),
    cover: cover ? { src: mediaPath(cover), alt: cover.alternativeText ?? '' } : null,
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
    files: data.cover ? { cover: { path: data.cover.src, alt: data.cover.alt } } : {},
    links: {},
  }
}
