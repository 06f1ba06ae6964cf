import type { Document } from '@portal/content/schema/entries/collections'
import {
  linkedSlug,
  splitLines,
  splitList,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'
import { toCode, toWord } from '../../strapi/choice-codes.ts'
import { contentType } from '../../contracts/content-types.ts'

/** A notice's facts from the CMS, for the schema to check. */
export function noticeToContent(row: StoredFields) {
  return {
    ...publicationToContent(row),
    category: toCode('category', row.category),
    topic: linkedSlug(row.topic),
    region: linkedSlug(row.region),
    unit: linkedSlug(row.unit),
    outcome: toCode('outcome', row.outcome),
    receivedOn: row.receivedOn,
    repliedOn: row.repliedOn,
    request: row.request,
    basis: splitLines(row.basis),
    articles: splitList(row.articles).map(Number),
  }
}

/** A bundled notice, for the CMS. */
export function noticeToDesk({ slug, data, body }: Document<'notices'>): DeskEntry {
  return {
    fields: {
      ...publicationToDesk(slug, data, body),
      category: toWord('category', data.category),
      outcome: toWord('outcome', data.outcome),
      receivedOn: data.receivedOn,
      repliedOn: data.repliedOn,
      request: data.request,
      basis: data.basis.join('\n'),
      articles: data.articles.join('，'),
    },
    files: {},
    links: {
      topic: { uid: contentType.topic, slug: data.topic },
      region: { uid: contentType.region, slug: data.region },
      unit: { uid: contentType.department, slug: data.unit },
    },
  }
}
