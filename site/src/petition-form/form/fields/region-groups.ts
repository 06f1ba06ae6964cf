import type { Region } from '@portal/content/schema/entries/region'

export type Option = { value: string; name: string }
/** A township and what lies in it: the options of one group of the select. */
export type RegionGroup = { name: string; options: Option[] }

/** What the office has taken out of use is offered no more. */
export function isOffered({ active }: { active?: boolean | undefined }): boolean {
  return active !== false
}

/**
 * The places to choose from: the district for whoever is not sure, then every township with its
 * villages and communities. Grids are left to the office, five hundred of them help nobody here.
 */
export function groupRegions(regions: readonly Region[]): {
  unsure: Option | null
  groups: RegionGroup[]
} {
  const sorted = regions.filter(isOffered).toSorted((left, right) => left.order - right.order)
  const district = sorted.find(({ tier }) => tier === 'district')
  const groups = sorted
    .filter(({ tier }) => tier === 'township')
    .map((township) => ({
      name: township.name,
      options: [
        { value: township.slug, name: `${township.name}（不确定是哪个村、社区）` },
        ...sorted
          .filter(({ tier, parent }) => tier === 'community' && parent === township.slug)
          .map(({ slug, name }) => ({ value: slug, name })),
      ],
    }))
  return {
    unsure: district ? { value: district.slug, name: '不确定，或者涉及全区' } : null,
    groups,
  }
}
