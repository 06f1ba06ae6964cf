import type { Document } from '@portal/content/schema/entries/collections'
import { splitList, type DeskEntry, type StoredFields } from '../../strapi/stored-fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'
import { toCode, toWord } from '../../strapi/choice-codes.ts'

/** A guide's facts from the CMS, for the schema to check. */
export function guideToContent(row: StoredFields) {
  return {
    ...publicationToContent(row),
    order: row.order,
    group: toCode('guideGroup', row.group),
    matter: row.matterName
      ? { name: row.matterName, channel: toCode('channel', row.matterChannel) }
      : null,
    articles: splitList(row.articles).map(Number),
  }
}

/** A bundled guide, for the CMS. */
export function guideToDesk({ slug, data, body }: Document<'guides'>): DeskEntry {
  return {
    fields: {
      ...publicationToDesk(slug, data, body),
      order: data.order,
      group: toWord('guideGroup', data.group),
      matterName: data.matter?.name ?? null,
      matterChannel: data.matter ? toWord('channel', data.matter.channel) : null,
      articles: data.articles.join('，'),
    },
    files: {},
    links: {},
  }
}
