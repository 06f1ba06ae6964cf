import { shanghaiDay, type Day } from '@portal/content/calendar/day'
import { categories } from '@portal/content/schema/petition/category'
import type { Core } from '@strapi/strapi'
import type { CaseFile } from '../../casework/rules/case/case-file.ts'
import { leadOf } from '../../casework/rules/case/referral.ts'
import { contentType } from '../../contracts/content-types.ts'
import { tableOf } from '../../strapi/tables.ts'

type Place = { id: number; documentId: string; name: string; tier: string; parent: Place | null }
type Linked = { documentId: string; name: string } | null

/** What a notice takes over from its case beside the words: nothing of it leads to a person. */
export type CaseFacts = {
  category: string
  topic: Linked
  region: Linked
  unit: Linked
  receivedOn: Day
  repliedOn: Day
}

/** The place of a case, no closer than its community: 青禾区 城西街道 柳岸社区 第一网格 is 柳岸社区. */
async function communityOf(strapi: Core.Strapi, region: string): Promise<Linked> {
  const names = region.split(' ')
  const rows: Place[] = await strapi.db.query(contentType.region).findMany({
    where: { name: { $in: names } },
    populate: { parent: { populate: { parent: { populate: { parent: true } } } } },
  })
  const nameOf = ({ name, parent }: Place): string => (parent ? `${nameOf(parent)} ${name}` : name)
  const place = rows.find((row) => nameOf(row) === region)
  if (!place) return null
  return place.tier === '网格' ? place.parent : place
}

/**
 * The facts of a case with the entries of the desk that they name; null where a table has no such entry any more.
 * @param file with a reply
 */
export async function factsOfCase(strapi: Core.Strapi, file: CaseFile): Promise<CaseFacts> {
  const unit = leadOf(file.referrals)?.unit.id
  const topics = tableOf(strapi, contentType.topic)
  const units = tableOf(strapi, contentType.department)
  return {
    category: categories[file.category].name,
    topic: await topics.findOne({ where: { name: file.topic } }),
    region: await communityOf(strapi, file.region),
    unit: unit ? await units.findOne({ where: { documentId: unit } }) : null,
    receivedOn: shanghaiDay(file.receivedAt),
    repliedOn: shanghaiDay(file.reply?.deliveredAt ?? file.receivedAt),
  }
}
