import assert from 'node:assert/strict'
import { it } from 'node:test'
import { status as statusSchema } from '../../content/schema/status.ts'
import type { Status } from '../../content/schema/status.ts'
import { category } from '../../content/schema/category.ts'
import { nextSteps } from '../../site/src/petition/next-steps.ts'
import { describeStanding } from '../../site/src/petition/standing.ts'
import { groupRegions } from '../../site/src/petition-form/region-groups.ts'

const receivedAt = new Date('2026-11-22T01:00:00Z')

function status(given: Partial<Status>): Status {
  return statusSchema.parse({
    version: 1,
    number: '1234567890123456',
    revision: 1,
    state: 'accepted',
    title: '工地拖欠工资',
    receivedAt: '2026-11-22T09:00:00+08:00',
    unit: '区人社局',
    steps: [],
    clocks: [],
    reply: null,
    evaluation: null,
    mayEvaluate: false,
    ...given,
  })
}
const clock = (article: number, lastDay: string, done = false) => ({
  name: `期限 ${article}`,
  article,
  startedOn: '2026-11-01',
  lastDay,
  done,
})

it('counts the fifteen days of art. 22 itself while the office has not collected the petition', () => {
  const { now, next } = describeStanding(null, receivedAt, '2026-11-22')
  assert.match(now, /还没有登记/)
  assert.equal(next?.until, '最迟 2026年12月7日，还有 15 天')
  assert.equal(describeStanding(null, receivedAt, '2026-12-07').next?.late, false)
  const late = describeStanding(null, receivedAt, '2026-12-08').next
  assert.deepEqual([late?.late, late?.article], [true, 22])
  assert.match(late?.until ?? '', /已经超过 1 天/)
})

it('names the clock that ends first among those that run', () => {
  const clocks = [clock(22, '2026-11-16', true), clock(34, '2027-01-09'), clock(23, '2026-12-01')]
  const { next } = describeStanding(status({ clocks }), receivedAt, '2026-11-22')
  assert.equal(next?.article, 23)
})

it('does not blame the office when the petitioner lets the time for a review pass', () => {
  const answered = status({ state: 'replied', clocks: [clock(35, '2026-12-21')] })
  assert.equal(describeStanding(answered, receivedAt, '2026-12-22').next?.late, false)
  const reviewing = status({ state: 'accepted', clocks: [clock(35, '2026-12-21')] })
  assert.equal(describeStanding(reviewing, receivedAt, '2026-12-22').next?.late, true)
})

it('promises nothing when nothing more is due', () => {
  for (const state of ['declined', 'closed', 'registered'] as const) {
    assert.equal(describeStanding(status({ state }), receivedAt, '2026-12-22').next, null)
  }
})

it('has a sentence for every state and steps for every category', () => {
  for (const state of statusSchema.shape.state.options) {
    assert.match(
      describeStanding(status({ state, unit: null }), receivedAt, '2026-11-22').now,
      /。$/,
    )
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
