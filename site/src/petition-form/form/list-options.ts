import { categories, category } from '@portal/content/schema/petition/category'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { Region } from '@portal/content/schema/entries/region'
import type { Topic } from '@portal/content/schema/entries/topic'
import type { FormOptions } from './form-options.ts'
import { groupRegions, isOffered } from './fields/region-groups.ts'

/** What the form offers to choose from, by the lists of the release and what the office can send by. */
export function listOptions(
  { topics, regions }: { topics: readonly Topic[]; regions: Region[] },
  ways: NotifyWay[],
): FormOptions {
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
    ways,
  }
}
