import type { z } from 'zod'
import type { publication } from '@portal/content/schema/entries/publication'
import { officeTime, splitLines, splitList, type StoredFields } from '../../strapi/stored-fields.ts'

/** The facts that every dated entry has, from the CMS. */
export function publicationToContent(row: StoredFields) {
  return {
    title: row.title,
    summary: row.summary,
    source: row.source,
    publishedAt: officeTime(row.publicationTime ?? row.publishedAt),
    keywords: splitList(row.keywords),
    phrasings: splitLines(row.phrasings),
    demonstration: row.demonstration,
  }
}

/** The same facts, for the CMS. */
export function publicationToDesk(slug: string, data: z.infer<typeof publication>, body: string) {
  return {
    slug,
    title: data.title,
    summary: data.summary,
    source: data.source,
    publicationTime: data.publishedAt,
    keywords: data.keywords.join('，'),
    phrasings: data.phrasings.join('\n'),
    demonstration: data.demonstration,
    body,
  }
}
