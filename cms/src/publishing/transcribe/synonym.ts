import type { Synonym } from '@portal/content/schema/entries/synonym'
import { splitList, type DeskEntry, type StoredFields } from '../../strapi/stored-fields.ts'

/** A group of synonyms from the CMS, for the schema to check. */
export function synonymToContent({ words }: StoredFields) {
  return { words: splitList(words) }
}

/** A bundled group of synonyms, for the CMS. */
export function synonymToDesk({ words }: Synonym): DeskEntry {
  return { fields: { words: words.join('、') }, files: {}, links: {} }
}
