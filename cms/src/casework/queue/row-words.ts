import { daysBetween, type Day } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { QueueDuty, QueueRow } from '../../contracts/cases/queue.ts'
import type { CaseClock } from '../../contracts/cases/desk-state.ts'
import type { ClockName } from '../rules/clocks/clock.ts'
import { wordsOf } from '../rules/clocks/clock-labels.ts'
import { describe, type RunningClock } from '../rules/clocks/running-clocks.ts'
import { unnamed } from '../rules/petitioner/petitioner-name.ts'
import type { Party } from '../rules/wall.ts'
import type { FoundCase } from './ask-queue.ts'
import { overStates } from './conditions.ts'
import { tabBits } from './tab-bits.ts'

type Names = ReadonlyMap<string, string>

/** What whoever asks is told with: the names of units and posts of officials as they are today, the day, the table of working days. */
export type Telling = {
  party: Party
  names: Names
  officials: Names
  today: Day
  table: Workdays
}

const unitsIn = ({ units }: FoundCase) => JSON.parse(units) as string[]

function runningOf(found: FoundCase, names: Names): RunningClock | null {
  const { clock, lastDay, startedOn, clockUnit, certain } = found
  if (clock === null || lastDay === null) return null
  const running = {
    clock: clock as ClockName,
    lastDay,
    startedOn: startedOn ?? lastDay,
    certain: certain === 1,
    doneOn: null,
  }
  return clockUnit === null
    ? running
    : { ...running, unit: { id: clockUnit, name: names.get(clockUnit) ?? '承办单位' } }
}

/** The next clock of a case in the words of the case page; null where nobody owes anything. */
export function clockOf(
  found: FoundCase,
  { names, today, table }: Pick<Telling, 'names' | 'today' | 'table'>,
): CaseClock | null {
  const running = runningOf(found, names)
  if (running === null) return null
  const words = wordsOf(running, today, table)
  const isOfLead = describe(running).whose === 'unit' && running.unit === undefined
  const lead = names.get(unitsIn(found)[0] ?? '')
  return isOfLead && lead !== undefined ? { ...words, whose: lead } : words
}

function dutyOf(found: FoundCase, telling: Telling): QueueDuty | null {
  const clock = clockOf(found, telling)
  if (clock === null || found.lastDay === null) return null
  const { name, whose, article, alarm } = clock
  const left = daysBetween(telling.today, found.lastDay)
  return { name, whose, article, lastDay: found.lastDay, left, alarm }
}

/** What is to be noticed that neither state nor deadline says. */
function marksOf(found: FoundCase, { party, officials }: Telling): string[] {
  const { tabs, unsettled, faulty, state, ledBy } = found
  const leader = party.kind === 'bureau' ? officials.get(ledBy) : undefined
  const isOpen = party.kind === 'bureau' && unsettled && !overStates.includes(state)
  const has = (tab: keyof typeof tabBits) => (tabs & tabBits[tab]) > 0
  return [
    ...(faulty ? ['内容打不开'] : []),
    ...(isOpen && !faulty ? ['待确认写到的单位'] : []),
    ...(leader === undefined ? [] : [`${leader}包案`]),
    ...(has('objected') ? ['单位退回'] : []),
    ...(has('supplement') ? ['有新补充'] : []),
    ...(has('unhappy') ? ['评价不满意'] : []),
    ...(has('proposed') ? ['等第二人审阅'] : []),
  ]
}

/** A case of the queue as the page shows it. */
export function rowOf(found: FoundCase, telling: Telling): QueueRow {
  const { documentId, number, title, petitioner, category, topic, region, receivedOn, state } =
    found
  const { party, names } = telling
  const own = party.kind === 'unit' ? party.unit : null
  const [lead, ...others] = unitsIn(found)
  // Beside the unit in the lead, a unit is told of itself.
  const told = [lead, ...others.filter((unit) => party.kind === 'bureau' || unit === own)]
  return {
    documentId,
    number,
    title,
    petitioner: petitioner === '' && !found.faulty ? unnamed : petitioner,
    category,
    topic,
    region,
    receivedOn,
    state,
    units: told.flatMap((unit) => names.get(unit ?? '') ?? []),
    duty: dutyOf(found, telling),
    marks: marksOf(found, telling),
  }
}
