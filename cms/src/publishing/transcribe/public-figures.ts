import type { PublicFigures } from '@portal/content/schema/entries/public-figures'
import type { StoredFields } from '../../strapi/stored-fields.ts'

/** The published figures of a month from the CMS, for the schema to check. */
export function figuresToContent({ content }: StoredFields) {
  return content
}

/** The published figures of a month in a content folder, for the CMS. */
export function figuresToDesk(content: PublicFigures): StoredFields & { month: string } {
  const { month, releasedOn } = content
  const releasedAt = `${releasedOn}T00:00:00.000+08:00`
  return { month, content, releasedAt, releasedBy: '原有内容' }
}
