import assert from 'node:assert/strict'
import { it } from 'node:test'
import { status as statusSchema } from '../../../content/schema/petition/status.ts'
import { category } from '../../../content/schema/petition/category.ts'
import { nextSteps } from '../../../site/src/petition/track/next-steps.ts'
import { summariseStatus } from '../../../site/src/petition/track/status-summary.ts'
import { groupRegions } from '../../../site/src/petition-form/form/fields/region-groups.ts'
import { clockWith, reviewRight, statusWith } from '../../support/portal/status.ts'

const receivedAt = new Date('2026-11-22T01:00:00Z')

it('counts the fifteen days of art. 22 itself while the office has not collected the petition', () => {
  const { now, next } = summariseStatus(null, receivedAt, '2026-11-22')
  assert.match(now, /还没有登记/)
  assert.match(next?.turn ?? '', /信访局要登记/)
  assert.equal(next?.until, '最迟 2026年12月7日，还有 15 天')
  assert.equal(summariseStatus(null, receivedAt, '2026-12-07').next?.late, false)
  const late = summariseStatus(null, receivedAt, '2026-12-08').next
  assert.deepEqual([late?.late, late?.article], [true, 22])
  assert.match(late?.until ?? '', /已经超过 1 天/)
})

it('names the clock that ends first among those that run', () => {
  const clocks = [
    clockWith({ article: 22, lastDay: '2026-11-16', done: true }),
    clockWith({ article: 34, lastDay: '2027-01-09' }),
    clockWith({ article: 23, lastDay: '2026-12-01', name: '书面告知是否受理' }),
  ]
  const { next } = summariseStatus(statusWith({ clocks }), receivedAt, '2026-11-22')
  assert.equal(next?.article, 23)
  assert.equal(next?.turn, '接下来，区人社局要书面告知是否受理。')
})

it('offers a review without urging, and says nothing of it once its time is over', () => {
  const clocks = [reviewRight('2026-12-21')]
  const answered = statusWith({ state: 'replied', clocks })
  const last = summariseStatus(answered, receivedAt, '2026-12-21').next
  assert.match(last?.turn ?? '', /您可以申请复查；没有意见的，不用做什么/)
  assert.deepEqual([last?.until, last?.late], ['今天（2026年12月21日）是最后一天', false])
  assert.equal(summariseStatus(answered, receivedAt, '2026-12-22').next, null)
})

it('tells whoever is not satisfied that somebody will call, and does not say that nothing is to be done', () => {
  const clocks = [reviewRight('2026-12-21')]
  const evaluation = { satisfaction: 'dissatisfied', comment: '' } as const
  const answered = statusWith({ state: 'replied', clocks, evaluation })
  const turn = summariseStatus(answered, receivedAt, '2026-12-01').next?.turn ?? ''
  assert.match(turn, /信访局会安排人回访；不同意答复的，您也可以申请复查/)
  assert.doesNotMatch(turn, /不用做什么/)
})

it('puts a missed duty before a right that ends later', () => {
  const missed = clockWith({ whose: 'review-body', article: 35, lastDay: '2026-12-20' })
  const status = statusWith({ state: 'reviewing', clocks: [reviewRight('2026-12-30'), missed] })
  const { next } = summariseStatus(status, receivedAt, '2026-12-22')
  assert.equal(next?.late, true)
  assert.match(next?.turn ?? '', /复查机关要/)
})

it('promises nothing when nothing more is due', () => {
  for (const state of ['declined', 'closed', 'withdrawn', 'registered'] as const) {
    assert.equal(summariseStatus(statusWith({ state }), receivedAt, '2026-12-22').next, null)
  }
})

it('has a sentence for every state and steps for every category', () => {
  for (const state of statusSchema.shape.state.options) {
    const { now } = summariseStatus(statusWith({ state, unit: null }), receivedAt, '2026-11-22')
    assert.match(now, /^[^a-z]+。$/)
  }
  for (const kind of category.options) {
    const steps = nextSteps(kind, receivedAt)
    assert.equal(steps[0]?.when, '最迟 2026年12月7日')
    assert.ok(steps.every(({ what }) => what.endsWith('。')))
  }
})

it('promises a handling period of 60 days to claims only (art. 34)', () => {
  const promises = (kind: 'claim' | 'suggestion' | 'accusation') =>
    nextSteps(kind, receivedAt).some(({ article }) => article === 34)
  assert.deepEqual(
    [promises('claim'), promises('suggestion'), promises('accusation')],
    [true, false, false],
  )
})

it('groups places by township in their order and leaves grids out', () => {
  const place = (
    slug: string,
    tier: 'district' | 'township' | 'community' | 'grid',
    parent: string | null,
    order: number,
  ) => ({ slug, name: slug, tier, parent, order })
  const { unsure, groups } = groupRegions([
    place('b-1', 'community', 'b', 6),
    place('a-1-1', 'grid', 'a-1', 3),
    place('b', 'township', 'd', 5),
    place('a-1', 'community', 'a', 2),
    place('a', 'township', 'd', 1),
    place('d', 'district', null, 0),
  ])
  assert.equal(unsure?.value, 'd')
  assert.deepEqual(
    groups.map(({ options }) => options.map(({ value }) => value)),
    [
      ['a', 'a-1'],
      ['b', 'b-1'],
    ],
  )
})
