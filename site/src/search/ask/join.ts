import { facetNames, type FacetName } from '../facets.ts'
import type { Catalogue } from '../index/catalogue.ts'

/** The catalogues of shards as one: pages and records follow one another. */
export function joined(catalogues: Catalogue[]): Catalogue {
  const [only, ...others] = catalogues
  if (only && others.length === 0) return only
  let pages = 0
  let records = 0
  const whole: Catalogue = {
    ...{ records: [], headed: [], titles: [], days: [], regulations: null },
    facets: Object.fromEntries(
      facetNames.map((name) => [name, { values: [], of: [] }]),
    ) as unknown as Catalogue['facets'],
  }
  for (const each of catalogues) {
    const [page, record] = [pages, records]
    if (each.regulations !== null) whole.regulations ??= each.regulations + page
    whole.headed.push(...each.headed.map((number) => number + record))
    whole.records.push(...each.records)
    whole.titles.push(...each.titles)
    whole.days.push(...each.days)
    for (const name of facetNames) append(whole.facets[name], each.facets[name])
    pages += each.records.length
    records += each.records.reduce((sum, count) => sum + count, 0)
  }
  return whole
}

type Column = Catalogue['facets'][FacetName]

function append(whole: Column, part: Column): void {
  const places = part.values.map((value) => {
    const known = whole.values.indexOf(value)
    return known >= 0 ? known : whole.values.push(value) - 1
  })
  whole.of.push(...part.of.map((place) => (place === null ? null : (places[place] ?? null))))
}
