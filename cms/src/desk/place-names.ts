import type { Core } from '@strapi/strapi'

/** The name of a topic; its slug where it is not in the table. */
export async function topicName(strapi: Core.Strapi, slug: string): Promise<string> {
  const topic = await strapi.documents('api::topic.topic').findFirst({ filters: { slug } } as never)
  return topic ? String((topic as { name?: unknown }).name) : slug
}

/** The name of a place after those above it; its slug where it is not in the table. */
export async function placeName(strapi: Core.Strapi, slug: string): Promise<string> {
  type Place = { name: string; parent: { slug: string } | null } | null
  const names: string[] = []
  for (let next: string | undefined = slug; next && names.length < 4;) {
    const place = (await strapi
      .documents('api::region.region')
      .findFirst({ filters: { slug: next }, populate: { parent: true } } as never)) as Place
    if (!place) break
    names.unshift(place.name)
    next = place.parent?.slug
  }
  return names.join(' ') || slug
}
