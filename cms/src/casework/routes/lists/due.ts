import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Party } from '../../rules/wall.ts'
import { askQueue, countUnsettled } from '../../queue/ask-queue.ts'
import { countOpen } from '../../queue/ask-duties.ts'
import { emptyQuestion } from '../../queue/question.ts'
import { queueOf, readingFor } from '../../queue/queue.ts'
import { clockOf } from '../../queue/row-words.ts'
import { tabsOf } from '../../queue/tab-bits.ts'
import { listUnits, namesOf } from '../../record/units.ts'
import { readWorkdays } from '../../record/workdays.ts'
import { addListRoute } from '../case-route.ts'
import { everyCase, recordView } from '../../record/view-log.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DueCases } from '../../../contracts/cases/desk-state.ts'

/** So many are named; the queue has them all. */
const named = 12

/** What waits in the cases that a party may see: how many are in each part of the queue, and what is due first. */
async function readDue(
  strapi: Core.Strapi,
  table: Workdays,
  party: Party,
  reader: number,
): Promise<DueCases> {
  const queue = queueOf(strapi)
  const names = namesOf(await listUnits(strapi))
  await queue.settled()
  const today = shanghaiDay(new Date())
  const { database } = queue.index
  const { counts, rows } = askQueue(database, party, emptyQuestion, [], { today, reader }, named)
  return {
    tabs: tabsOf(party)
      .map(([tab, name]) => ({ tab, name, count: counts.get(tab) ?? 0 }))
      .filter(({ tab, count }) => tab !== 'all' && count > 0),
    reading: readingFor(queue, party),
    unsettled: party.kind === 'bureau' ? countUnsettled(database) : 0,
    letters: countOpen(database, party, 'supervise'),
    late: counts.get('late') ?? 0,
    soon: counts.get('soon') ?? 0,
    first: rows.flatMap((row) => {
      const clock = clockOf(row, { names, today, table })
      if (clock === null) return []
      const { name, whose, article, until, state } = clock
      const { documentId, title } = row
      return [{ documentId, title, clock: `${whose}：${name}`, article, until, state }]
    }),
  }
}

/** Adds `GET /desk/cases/due`: what waits and the deadlines that are nearest, for the desk's home page. */
export function addDueRoute(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addListRoute(strapi, {
    method: 'GET',
    path: '/due',
    permission: casePermissions.handle,
    handler: async (context, party) => {
      const due = await readDue(strapi, table, party, context.state.user.id)
      const extent = { asked: '最近的期限', found: due.first.length }
      await recordView(strapi, context.state.user, everyCase, 'due', extent)
      context.body = due
    },
  })
}
