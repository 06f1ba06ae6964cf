import { status as statusSchema } from '../../../content/schema/petition/status.ts'
import type { Status } from '../../../content/schema/petition/status.ts'

type Clock = Status['clocks'][number]

/** A status of a case that was accepted, with changes. */
export function statusWith(given: Partial<Omit<Status, 'may'>> & { may?: Partial<Status['may']> }) {
  const { may, ...rest } = given
  return statusSchema.parse({
    version: 2,
    number: '1234567890123456',
    revision: 1,
    state: 'accepted',
    title: '工地拖欠工资',
    receivedAt: '2026-11-22T09:00:00+08:00',
    unit: '区人社局',
    steps: [],
    clocks: [],
    reply: null,
    opinions: [],
    evaluation: null,
    ...rest,
    may: { evaluate: false, supplement: false, withdraw: false, appeal: null, ...may },
  })
}

/** A clock that began on 1 November 2026. */
export function clockWith(given: Partial<Clock> & Pick<Clock, 'lastDay'>): Clock {
  return {
    name: '办结',
    whose: 'unit',
    article: 34,
    startedOn: '2026-11-01',
    done: false,
    ...given,
  }
}

/** The petitioner's right to ask for a review. */
export function reviewRight(lastDay: string, given: Partial<Clock> = {}): Clock {
  return clockWith({ name: '可以申请复查', whose: 'petitioner', article: 35, lastDay, ...given })
}
