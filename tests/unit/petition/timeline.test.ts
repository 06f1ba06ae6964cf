import assert from 'node:assert/strict'
import { it } from 'node:test'
import { caseState } from '../../../content/schema/petition/state.ts'
import type { CaseState } from '../../../content/schema/petition/state.ts'
import { describeTimeline } from '../../../site/src/petition/track/timeline.ts'
import { clockWith, reviewRight, statusWith } from '../../support/portal/status.ts'

const receivedAt = new Date('2026-11-22T01:00:00Z')
const today = '2026-11-25'
const at = (day: number) => `2026-11-${day}T09:00:00+08:00`

/** The whole way in a few words: past | now | ahead. */
function wayOf(state: CaseState | null, given: Parameters<typeof statusWith>[0] = {}): string {
  const status = state && statusWith({ state, ...given })
  const { past, now, ahead } = describeTimeline(status, receivedAt, today)
  const parts = [
    past.map(({ title, text }) => title || text),
    now ? [`${now.who}：${now.title}`] : [],
    ahead.map(({ who, title }) => `${who}：${title}`),
  ]
  return parts.map((part) => part.join('、')).join(' | ')
}

it('begins with what the site received and shows everything that is still to come', () => {
  assert.equal(
    wayOf(null),
    '网站收到 | 信访局：登记，并转送有权处理的单位 | 承办单位：告知您是否受理、承办单位：办理，并书面答复您、您：看答复；不同意的，可以申请复查、信访局：办结',
  )
})

it('tells what was done in order, and whose turn it is by when', () => {
  const steps = [
    { at: at(22), state: 'registered', text: '信访部门已登记。' },
    { at: at(23), state: 'referred', text: '已转送区人社局处理。' },
    { at: at(24), state: 'accepted', text: '区人社局已受理。' },
    { at: at(25), state: 'accepted', text: '延长办理期限 30 日。' },
  ] as const
  const clocks = [clockWith({ lastDay: '2027-01-23' })]
  assert.equal(
    wayOf('accepted', { steps: [...steps], clocks }),
    '网站收到、信访局登记、转送承办单位、承办单位受理、延长办理期限 30 日。 | 区人社局：调查核实，办理并书面答复您 | 您：看答复；不同意的，可以申请复查、信访局：办结',
  )
  const status = statusWith({ state: 'accepted', steps: [...steps], clocks })
  const { now } = describeTimeline(status, receivedAt, today)
  assert.equal(now?.when, '最迟 2027年1月23日，还有 59 天')
})

it('does not tell twice that the site received the petition', () => {
  const steps = [{ at: at(22), state: 'received' as const, text: '' }]
  assert.match(wayOf('received', { steps }), /^网站收到 \|/)
})

it('waits for the petitioner only while the right lasts', () => {
  assert.match(wayOf('replied', { clocks: [reviewRight('2026-11-25')] }), /\| 您：看答复/)
  for (const clocks of [[reviewRight('2026-11-24')], [reviewRight('2026-12-24', { done: true })]]) {
    assert.match(wayOf('replied', { clocks }), /\|  \| 信访局：办结/)
  }
})

it('knows what is done in every state, and ends where the way ends', () => {
  const ends: CaseState[] = ['closed', 'withdrawn']
  for (const state of caseState.options) {
    const { past, now, ahead } = describeTimeline(statusWith({ state }), receivedAt, today)
    assert.ok(past.length > 0)
    assert.equal(now === null && ahead.length === 0, ends.includes(state), state)
    assert.ok(ahead.every(({ title, who }) => title !== '' && who !== ''))
  }
  assert.match(wayOf('reviewing'), /复查机关：复查.*可以申请复核.*办结/)
  assert.match(wayOf('re-reviewing'), /复核机关：复核.*\| 信访局：办结/)
})
