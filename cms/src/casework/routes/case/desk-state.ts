import { shanghaiDay } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import type { CaseDeskState } from '../../../contracts/cases/desk-state.ts'
import { faultOf } from '../../events/chain.ts'
import { openLog, type KeyedEvent } from '../../events/event-log.ts'
import { headIn } from '../../record/record-events.ts'
import { seenOf } from '../../record/seen-revision.ts'
import { listUnits } from '../../record/units.ts'
import { allowedActions } from '../../rules/actions/allowed-actions.ts'
import { mayRead } from '../../rules/event-words.ts'
import { wordsOf } from '../../rules/clocks/clock-labels.ts'
import { projectCase } from '../../rules/case/project-case.ts'
import { assistingOf, presentReferrals } from '../../rules/case/referral.ts'
import { runningClocks } from '../../rules/clocks/running-clocks.ts'
import type { Authorized } from '../case-route.ts'
import { namedBy } from './wall-against.ts'

/** What can be done with a case now, the units to choose from, and its clocks. @param log its events, as stored */
export async function deskStateOf(
  strapi: Core.Strapi,
  table: Workdays,
  { party, row }: Pick<Authorized, 'party' | 'row'>,
  log: KeyedEvent[],
  now: Date,
): Promise<CaseDeskState> {
  const intact = faultOf(log, headIn(row)) === null
  const events = openLog(log)
  const file = projectCase(events)
  const accused = row.accusedUnits.map(({ name }) => name)
  const units = await listUnits(strapi)
  const all = units.map(({ name }) => name)
  const offered = units.filter(({ active, name }) => active && !accused.includes(name))
  const bureau = party.kind === 'bureau'
  const assisting = bureau ? undefined : assistingOf(file.referrals, party.unit)
  return {
    actions: intact ? allowedActions(file, party, table, now) : [],
    units: bureau ? offered.map(({ name }) => name) : [],
    unit: file.unit,
    referrals: presentReferrals(file.referrals)
      .filter(({ unit, lead }) => bureau || !assisting || lead || unit.id === party.unit)
      .map(({ unit, lead, note, dueOn, advice }) => ({
        unit: unit.name,
        lead,
        // A unit reads what was written to it.
        note: bureau || unit.id === party.unit ? note : '',
        dueOn,
        advice,
      })),
    clocks: runningClocks(file, table)
      // Whoever accepted, declined or replied has not objected: there is nothing to call done.
      .filter(({ clock, doneOn }) => clock !== 'object' || doneOn === null)
      .filter(({ unit }) => bureau || !unit || unit.id === party.unit)
      .map((clock) => wordsOf(clock, shanghaiDay(now), table)),
    accused: bureau
      ? { all, chosen: accused, confirmed: row.accusedConfirmed, named: namedBy(row, units) }
      : null,
    accusation: file.category === 'accusation',
    // Between the bureau and the unit in the lead.
    extension: assisting
      ? null
      : file.extension && { days: file.extension.days, reason: file.extension.reason },
    record: {
      intact,
      events: events.filter((event) => mayRead(event, file, party)).length,
    },
    seen: seenOf(events, file, party),
  }
}
