import type { Evaluation } from '@portal/content/schema/evaluation'
import type { CaseState } from '@portal/content/schema/state'
import type { Status } from '@portal/content/schema/status'
import type { Workdays } from '@portal/content/schema/workdays'
import { dayOf } from './calendar.ts'
import { clocks, deadline, type ClockName } from './clock.ts'
import type { Step } from './transition.ts'

/** A case as the status page needs it; no name, phone or address among it. */
export type CaseFacts = {
  number: string
  revision: number
  state: CaseState
  title: string
  receivedAt: string
  unit: string | null
  steps: Step[]
  reply: { text: string; deliveredAt: string } | null
  evaluation: Evaluation | null
}

function runningClocks(facts: CaseFacts, table: Workdays): Status['clocks'] {
  const reached = (...states: CaseState[]) =>
    facts.steps.find((step) => states.includes(step.state))
  const clock = (name: ClockName, start: string, done: boolean) => {
    const startedOn = dayOf(new Date(start))
    const { lastDay } = deadline(name, startedOn, table)
    const { name: title, article } = clocks[name]
    return { name: title, article, startedOn, lastDay, done }
  }
  const registered = reached('registered')
  const referred = reached('referred')
  const accepted = reached('accepted')
  const replied = reached('replied')
  return [
    clock('register', facts.receivedAt, registered !== undefined),
    ...(referred
      ? [clock('inform', referred.at, reached('accepted', 'declined', 'replied') !== undefined)]
      : []),
    ...(accepted ? [clock('handle', accepted.at, replied !== undefined)] : []),
    ...(replied ? [clock('review', replied.at, false)] : []),
  ]
}

/** What the petitioner is shown of a case: arts. 21, 23, 34, 35. Who on the staff acted is left out. */
export function statusOf(facts: CaseFacts, table: Workdays): Status {
  return {
    version: 1,
    number: facts.number,
    revision: facts.revision,
    state: facts.state,
    title: facts.title,
    receivedAt: facts.receivedAt,
    unit: facts.unit,
    steps: facts.steps.map(({ at, state, text }) => ({ at, state, text })),
    clocks: runningClocks(facts, table),
    reply: facts.reply && {
      text: facts.reply.text,
      unit: facts.unit ?? '',
      deliveredOn: dayOf(new Date(facts.reply.deliveredAt)),
    },
    evaluation: facts.evaluation,
    mayEvaluate:
      facts.evaluation === null && (facts.state === 'replied' || facts.state === 'closed'),
  }
}
