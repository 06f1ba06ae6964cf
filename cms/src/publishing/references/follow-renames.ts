import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { placeName } from '../../casework/record/place-names.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { keepFormerName } from '../../casework/record/former-names.ts'
import { canBeRetired } from './retired.ts'
import { usesOf } from './uses.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

type TableEntry = { name: string; slug: string }

/** How cases write an entry of a table: the name of a topic, a place after those above it. */
async function writtenName(
  strapi: Core.Strapi,
  uid: string,
  { name, slug }: TableEntry,
): Promise<string> {
  return uid === contentType.region ? placeName(strapi, slug) : name
}

async function renameInCases(
  strapi: Core.Strapi,
  field: 'topic' | 'region',
  before: string,
  after: string,
): Promise<void> {
  const cases = tableOf(strapi, contentType.case)
  const inside = field === 'region' ? [{ region: { $startsWith: `${before} ` } }] : []
  const rows: { topic: string; region: string }[] = await cases.findMany({
    where: { $or: [{ [field]: before }, ...inside] },
    select: ['topic', 'region'],
  })
  for (const old of new Set(rows.map((row) => row[field]))) {
    const data = { [field]: after + old.slice(before.length) }
    await writeRecords(() => cases.updateMany({ where: { [field]: old }, data }))
  }
}

/**
 * Cases keep the words for their topic and place: when those get another name, the cases do. The part
 * of the address by which portal and petitions know an entry stays as it is, once it is used.
 */
export function keepNames(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    const { documentId, data } = params
    if (action !== 'update' || !documentId || !canBeRetired(uid)) return next()
    return strapi.db.transaction(async () => {
      const read = () => strapi.db.query(uid).findOne({ where: { documentId } })
      const row: TableEntry | null = await read()
      if (!row) return next()
      if (typeof data?.slug === 'string' && data.slug !== row.slug) {
        const uses = await usesOf(strapi, uid, documentId, () => false)
        if (uses.length > 0) throw new errors.ApplicationError(fixed)
      }
      const before = await writtenName(strapi, uid, row)
      const done = await next()
      const after = await writtenName(strapi, uid, (await read()) as TableEntry)
      const field =
        uid === contentType.topic ? 'topic' : uid === contentType.region ? 'region' : null
      if (field && after !== before) await renameInCases(strapi, field, before, after)
      return done
    })
  })
}

/** Keeps how cases would write what is being deleted: a petition that names it may be on its way. */
export async function keepNameOfDeleted(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<void> {
  if (uid !== contentType.topic && uid !== contentType.region) return
  const row: TableEntry | null = await strapi.db.query(uid).findOne({ where: { documentId } })
  if (row) await keepFormerName(strapi, uid, row.slug, await writtenName(strapi, uid, row))
}

const fixed =
  '“网址名”已经在用，不能再改：信访事项和公开的网页靠它找到这一条。要换的，另建一条，把这一条停用。'
