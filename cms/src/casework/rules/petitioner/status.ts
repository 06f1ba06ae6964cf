import type { Evaluation } from '@portal/content/schema/petition/evaluation'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Status } from '@portal/content/schema/petition/status'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { shanghaiDay } from '@portal/content/calendar/day'
import { maySupplement, mayEvaluate, mayWithdraw, openAppeal } from './petitioner-rights.ts'
import type { ClockName } from '../clocks/clock.ts'
import { describe, runningClocks, type Course } from '../clocks/running-clocks.ts'
import type { Opinion } from '../../../contracts/cases/desk-state.ts'

/** A case as the status page needs it; no name, phone or address among it. */
export type CaseFacts = Course & {
  number: string
  revision: number
  state: CaseState
  title: string
  unit: string | null
  /** `correctedAt`: when a slip in it was last corrected. */
  reply: {
    text: string
    deliveredAt: string
    correctedAt: string | null
    files?: Attachment[]
  } | null
  opinions: Opinion[]
  evaluation: Evaluation | null
}

/** What is between the bureau, its staff and the units. */
const internal: ClockName[] = ['object', 'report', 'supervise', 'follow-up']

/** The petitioner's clocks, of the unit whose answer is the answer. */
function clocksOf(facts: CaseFacts, table: Workdays): Status['clocks'] {
  return runningClocks(facts, table)
    .filter(({ clock, unit }) => !internal.includes(clock) && !unit)
    .map((running) => {
      const { name, whose, article } = describe(running)
      const { startedOn, lastDay, doneOn } = running
      return { name, whose, article, startedOn, lastDay, done: doneOn !== null }
    })
}

function mayOf(facts: CaseFacts, table: Workdays): Status['may'] {
  const matter = { ...facts, evaluated: facts.evaluation !== null }
  const appeal = openAppeal(matter, table)
  return {
    evaluate: mayEvaluate(matter),
    supplement: maySupplement(matter),
    withdraw: mayWithdraw(matter),
    appeal: appeal && { level: appeal.level, lastDay: appeal.lastDay },
  }
}

const named = (files: Attachment[] = []) => (files.length > 0 ? { files } : {})

/**
 * What the petitioner is shown of a case: arts. 21, 23, 34–36. Who on the staff acted is left out. A
 * status is read long after it was sent: whoever reads it compares an appeal's last day with today.
 */
export function statusOf(facts: CaseFacts, table: Workdays): Status {
  return {
    version: 2,
    number: facts.number,
    revision: facts.revision,
    state: facts.state,
    title: facts.title,
    receivedAt: facts.receivedAt,
    unit: facts.unit,
    steps: facts.steps.map(({ at, state, text }) => ({ at, state, text })),
    clocks: clocksOf(facts, table),
    reply: facts.reply && {
      text: facts.reply.text,
      unit: facts.unit ?? '',
      deliveredOn: shanghaiDay(new Date(facts.reply.deliveredAt)),
      ...(facts.reply.correctedAt && {
        correctedOn: shanghaiDay(new Date(facts.reply.correctedAt)),
      }),
      ...named(facts.reply.files),
    },
    opinions: facts.opinions.map(({ level, text, body, deliveredAt, files }) => ({
      level,
      text,
      body,
      deliveredOn: shanghaiDay(new Date(deliveredAt)),
      ...named(files),
    })),
    evaluation: facts.evaluation,
    may: mayOf(facts, table),
  }
}
