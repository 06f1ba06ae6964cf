import assert from 'node:assert/strict'
import { it } from 'node:test'
import { offerOf } from '../../site/src/petition-form/offer.ts'
import { offeredBy } from '../../site/src/petition-form/offered.ts'

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

it('offers no topic and no place that the office has taken out of use, nor what lies in it', () => {
  const regions = [
    place('district', 'district', null),
    place('town', 'township', 'district'),
    place('village', 'community', 'town'),
    { ...place('old-village', 'community', 'town'), active: false },
    { ...place('old-town', 'township', 'district'), active: false },
    place('inside', 'community', 'old-town'),
  ]
  const topics = [
    { slug: 'water', name: '用水', hint: '', order: 1 },
    { slug: 'old', name: '旧的', hint: '', order: 2, active: false },
  ]
  const { topics: offered, regions: places } = offeredBy(offerOf({ topics, regions }))
  assert.deepEqual([...offered], ['water'])
  assert.deepEqual([...places], ['district', 'town', 'village'])
})
