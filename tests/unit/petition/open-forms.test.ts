import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  groupRegions,
  isOffered,
} from '../../../site/src/petition-form/form/fields/region-groups.ts'

const place = (
  slug: string,
  tier: 'district' | 'township' | 'community',
  parent: string | null,
) => ({
  slug,
  name: slug,
  tier,
  parent,
  order: 1,
})

it('offers no place that the office has taken out of use, nor what lies in it', () => {
  const { unsure, groups } = groupRegions([
    place('district', 'district', null),
    place('town', 'township', 'district'),
    place('village', 'community', 'town'),
    { ...place('old-village', 'community', 'town'), active: false },
    { ...place('old-town', 'township', 'district'), active: false },
    place('inside', 'community', 'old-town'),
  ])
  assert.equal(unsure?.value, 'district')
  assert.deepEqual(
    groups.flatMap(({ options }) => options.map(({ value }) => value)),
    ['town', 'village'],
  )
})

it('offers what says nothing about it', () => {
  assert.equal(isOffered({}), true)
  assert.equal(isOffered({ active: true }), true)
  assert.equal(isOffered({ active: false }), false)
})
