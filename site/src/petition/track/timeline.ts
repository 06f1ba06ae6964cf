import type { CaseState } from '@portal/content/schema/petition/state'
import type { ClockOwner, Status } from '@portal/content/schema/petition/status'
import { clocksOf, describeClock, nextClock, ownerName } from './clocks.ts'

/** What has happened, and when. A further note in the same state has no title of its own. */
type Past = { at: Date; title: string; text: string }
/** What is under way or still to come: who does it, and by when in words, '' where nothing binds. */
type Coming = { title: string; who: string; when: string; article: number | null }

/** The way of a petition: what is done, what is being done now, and what is to come. */
export type Timeline = { past: Past[]; now: Coming | null; ahead: Coming[] }

/** Tells the whole way of a petition on the day `today` (Asia/Shanghai). */
export function describeTimeline(status: Status | null, receivedAt: Date, today: string): Timeline {
  const { state = 'received', unit = null, steps = [] } = status ?? {}
  const reported = steps.map(({ at, state, text }, index): Past => {
    const again = text !== '' && steps[index - 1]?.state === state
    return { at: new Date(at), title: again ? '' : pastTitles[state], text }
  })
  const received = { at: receivedAt, title: pastTitles.received, text: '' }
  const { now, ahead } = course[state]
  return {
    past: steps.some(({ state }) => state === 'received') ? reported : [received, ...reported],
    now: now && presentOf(now, status, receivedAt, today),
    ahead: ahead.map((stage) => {
      const { title, whose, when, article } = stages[stage]
      return { title, when, article, who: ownerName({ whose, article: article ?? 0 }, unit) }
    }),
  }
}

const pastTitles: Record<CaseState, string> = {
  received: '网站收到',
  registered: '信访局登记',
  referred: '转送承办单位',
  accepted: '承办单位受理',
  declined: '不予受理',
  replied: '书面答复您',
  reviewing: '收到您的复查申请',
  reviewed: '作出复查意见',
  're-reviewing': '收到您的复核申请',
  're-reviewed': '作出复核意见',
  closed: '办结',
  withdrawn: '撤回',
}

type Task = { title: string; whose: ClockOwner; article: number }
type Stage = { title: string; whose: ClockOwner; when: string; article: number | null }

const stages = {
  inform: { title: '告知您是否受理', whose: 'unit', when: '一般在收到后 15 日内', article: 23 },
  handle: {
    title: '办理，并书面答复您',
    whose: 'unit',
    when: '申诉求决事项在受理后 60 日内；情况复杂的可以延长一次，最多 30 日',
    article: 34,
  },
  review: {
    title: '看答复；不同意的，可以申请复查',
    whose: 'petitioner',
    when: '收到书面答复后 30 日内',
    article: 35,
  },
  'review-again': {
    title: '看复查意见；不同意的，可以申请复核',
    whose: 'petitioner',
    when: '收到复查意见后 30 日内',
    article: 36,
  },
  close: { title: '办结', whose: 'bureau', when: '', article: null },
} as const satisfies Record<string, Stage>

/** What is done in each state, by whom, and what follows. */
const course: Record<CaseState, { now: Task | null; ahead: (keyof typeof stages)[] }> = {
  received: {
    now: { title: '登记，并转送有权处理的单位', whose: 'bureau', article: 22 },
    ahead: ['inform', 'handle', 'review', 'close'],
  },
  registered: {
    now: { title: '确定由哪个单位办理，并转送过去', whose: 'bureau', article: 22 },
    ahead: ['inform', 'handle', 'review', 'close'],
  },
  referred: {
    now: { title: '告知您是否受理，怎样办理', whose: 'unit', article: 23 },
    ahead: ['handle', 'review', 'close'],
  },
  accepted: {
    now: { title: '调查核实，办理并书面答复您', whose: 'unit', article: 34 },
    ahead: ['review', 'close'],
  },
  declined: { now: null, ahead: ['close'] },
  replied: {
    now: { title: stages.review.title, whose: 'petitioner', article: 35 },
    ahead: ['close'],
  },
  reviewing: {
    now: { title: '复查，并书面答复您', whose: 'review-body', article: 35 },
    ahead: ['review-again', 'close'],
  },
  reviewed: {
    now: { title: stages['review-again'].title, whose: 'petitioner', article: 36 },
    ahead: ['close'],
  },
  're-reviewing': {
    now: { title: '复核，并书面答复您', whose: 'review-body', article: 36 },
    ahead: ['close'],
  },
  're-reviewed': { now: null, ahead: ['close'] },
  closed: { now: null, ahead: [] },
  withdrawn: { now: null, ahead: [] },
}

function presentOf(
  { title, whose, article }: Task,
  status: Status | null,
  receivedAt: Date,
  today: string,
): Coming | null {
  const own = clocksOf(status, receivedAt).filter((clock) => clock.whose === whose)
  const clock = nextClock(own, today)
  // A right whose time is over is nothing to wait for.
  if (whose === 'petitioner' && !clock) return null
  return {
    title,
    who: ownerName({ whose, article }, status?.unit ?? null),
    when: clock ? describeClock(clock, today) : '',
    article,
  }
}
