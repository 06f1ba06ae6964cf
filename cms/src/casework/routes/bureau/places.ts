import type { Core } from '@strapi/strapi'
import { initialsOf } from '@portal/content/characters/initials'
import type { CasePlaces } from '../../../contracts/cases/page.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import { openWays } from '../../notify/start-notifications.ts'
import { addBureauRoute } from '../case-route.ts'

type Place = { id: number; slug: string; name: string; parent: { id: number } | null }

/** The name of a place after those above it; a table that goes round in a circle ends after four. */
function wholeName(place: Place, all: Map<number, Place>): string {
  const names: string[] = []
  for (let next: Place | undefined = place; next && names.length < 4;) {
    names.unshift(next.name)
    next = next.parent ? all.get(next.parent.id) : undefined
  }
  return names.join(' ')
}

async function readPlaces(strapi: Core.Strapi): Promise<CasePlaces> {
  const topics: CasePlaces['topics'] = await strapi.db
    .query('api::topic.topic')
    .findMany({ select: ['slug', 'name'], orderBy: { order: 'asc' } })
  const places: Place[] = await strapi.db.query('api::region.region').findMany({
    select: ['id', 'slug', 'name'],
    populate: { parent: { select: ['id'] } },
    orderBy: { id: 'asc' },
  })
  const all = new Map(places.map((place) => [place.id, place]))
  return {
    topics: topics.map(({ slug, name }) => ({ slug, name })),
    regions: places.map((place) => {
      const name = wholeName(place, all)
      return { slug: place.slug, name, initials: initialsOf(place.name) }
    }),
    notifyWays: openWays(),
  }
}

/** Adds `GET /desk/cases/places`: what topic and place a case can have, and how its petitioner can be told of it. */
export function addPlacesRoute(strapi: Core.Strapi): void {
  addBureauRoute(strapi, {
    method: 'GET',
    path: '/places',
    permission: casePermissions.manage,
    handler: async (context) => {
      context.body = await readPlaces(strapi)
    },
  })
}
