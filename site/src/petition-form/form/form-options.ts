import type { Category } from '@portal/content/schema/petition/category'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { Choices, TypedFields } from '../../petition/fields/fields.ts'
import type { Names } from './review/answer-rows.ts'
import type { Option, RegionGroup } from './fields/region-groups.ts'

export type RadioOption = { value: string; name: string; hint?: string }

/** What the form offers to choose from. */
export type FormOptions = {
  categories: RadioOption[]
  topics: Option[]
  unsure: Option | null
  regionGroups: RegionGroup[]
  /** The ways by which the office can tell of progress now. */
  ways: NotifyWay[]
}

/** What may be chosen, for the validator. */
export function choicesOf(options: FormOptions): Choices {
  return {
    categories: new Set(options.categories.map(({ value }) => value as Category)),
    topics: new Set(options.topics.map(({ value }) => value)),
    regions: new Set(regions(options).map(({ value }) => value)),
    ways: new Set(options.ways),
  }
}

/** What an address says of the matter, as after the questions on where it belongs. */
export function chosenBefore(search: string, choices: Choices): TypedFields {
  const query = new URLSearchParams(search)
  const category = query.get('category')
  const topic = query.get('topic')
  return {
    ...(choices.categories.has(category as Category) && { category: category as Category }),
    ...(topic !== null && choices.topics.has(topic) && { topic }),
  }
}

/** What the choices are called, for checking the answers. */
export function namesOf(form: FormOptions): Names {
  const names = (options: readonly Option[]) =>
    new Map(options.map(({ value, name }) => [value, name]))
  return {
    category: names(form.categories),
    topic: names(form.topics),
    region: names(regions(form)),
  }
}

function regions({ unsure, regionGroups }: FormOptions): Option[] {
  return [...(unsure ? [unsure] : []), ...regionGroups.flatMap(({ options }) => options)]
}
