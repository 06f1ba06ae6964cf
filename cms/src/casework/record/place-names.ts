import type { Core } from '@strapi/strapi'
import { formerName } from './former-names.ts'
import { documentsOf } from '../../strapi/documents.ts'

const topicUid = 'api::topic.topic'
const regionUid = 'api::region.region'

/** What is shown for what is in no table, nor ever was. */
export const unknownName = '名单里没有'

/** The name of a topic, also of one that was deleted while a petition was on its way. */
export async function topicName(strapi: Core.Strapi, slug: string): Promise<string> {
  const topic = await documentsOf(strapi, topicUid).findFirst({ filters: { slug } })
  const name = (topic as { name?: string } | null)?.name
  return name ?? (await formerName(strapi, topicUid, slug)) ?? unknownName
}

/** The township of a place as a case has it (青禾区 城西街道 柳岸社区); null where none is known. */
export function townshipOf(region: string | null): string | null {
  return region?.split(' ')[1] ?? null
}

/** The name of a place after those above it, also of one that was deleted meanwhile. */
export async function placeName(strapi: Core.Strapi, slug: string): Promise<string> {
  type Place = { name: string; parent: { slug: string } | null } | null
  const names: string[] = []
  for (let next: string | undefined = slug; next && names.length < 4;) {
    const place = (await documentsOf(strapi, regionUid).findFirst({
      filters: { slug: next },
      populate: { parent: true },
    })) as Place
    if (!place) break
    names.unshift(place.name)
    next = place.parent?.slug
  }
  return names.join(' ') || ((await formerName(strapi, regionUid, slug)) ?? unknownName)
}
