import { synonym } from '@portal/content/schema/entries/synonym'
import type { Core } from '@strapi/strapi'
import { splitList } from '../../strapi/stored-fields.ts'
import type { SynonymGroup } from '../../contracts/publications/missed-queries.ts'
import { contentType } from '../../contracts/content-types.ts'

const uid = contentType.synonym

/** A group of synonyms: chosen, or begun with another word. */
type Group = { documentId: string } | { other: string }

/** The words of the group as it is now, or why not. */
type SynonymAdded = { ok: true; words: string[] } | { ok: false; reason: string }

/** Every group, as staff choose from them. */
export async function synonymGroups(strapi: Core.Strapi): Promise<SynonymGroup[]> {
  const rows = await strapi.documents(uid).findMany({ sort: 'id:asc', limit: -1 })
  return rows.map(({ documentId, words }) => ({ documentId, words: splitList(words) }))
}

/** Adds a word to a group of synonyms; it is live when it is saved. */
export async function addSynonym(
  strapi: Core.Strapi,
  word: string,
  group: Group,
  userId: number,
): Promise<SynonymAdded> {
  return strapi.db.transaction(async (): Promise<SynonymAdded> => {
    let words: string[] = []
    if ('documentId' in group) {
      const where = { documentId: group.documentId }
      await strapi.db.queryBuilder(uid).select(['id']).where(where).forUpdate().execute()
      const row = await strapi.documents(uid).findOne(where)
      if (!row) return { ok: false, reason: '这一组同义词已经不在了，请重新选一组。' }
      words = splitList(row.words)
    } else {
      words = [group.other.trim()]
    }
    const all = words.includes(word) ? words : [...words, word]
    const checked = synonym.safeParse({ words: all })
    if (!checked.success) return { ok: false, reason: checked.error.issues[0]?.message ?? '' }
    const data = { words: all.join('、'), updatedBy: userId }
    await ('documentId' in group
      ? strapi.documents(uid).update({ documentId: group.documentId, data })
      : strapi.documents(uid).create({ data: { ...data, createdBy: userId } }))
    return { ok: true, words: all }
  })
}
