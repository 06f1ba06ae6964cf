import { categories, category } from '@portal/content/schema/category'
import type { Petitions } from '../server/endpoints/petitions.ts'
import type { Offer } from './offered.ts'
import { groupRegions, isOffered } from './region-groups.ts'

/** What the form offers to choose from, by the lists of the release and what the office can send by. */
export async function offerOf({
  topics,
  regions,
  offeredWays,
}: Pick<Petitions, 'topics' | 'regions' | 'offeredWays'>): Promise<Offer> {
  const { unsure, groups } = groupRegions(regions)
  return {
    categories: category.options.map((value) => ({
      value,
      name: categories[value].name,
      hint: categories[value].hint,
    })),
    topics: topics.filter(isOffered).map(({ slug, name, hint }) => ({
      value: slug,
      name: hint ? `${name}（${hint}）` : name,
    })),
    unsure,
    regionGroups: groups,
    ways: await offeredWays(),
  }
}
