import { longDay } from '@portal/content/calendar/wording'
import type { Core } from '@strapi/strapi'
import { letterNames, type Letter, type ReminderLevel } from '../../contracts/cases/deadlines.ts'
import type { EventBody } from '../events/event.ts'
import { wallOf, type CaseRow } from '../record/case-record.ts'
import { maySee } from '../rules/wall.ts'
import { reachOf } from './addressees.ts'
import { leaveMails } from './enqueue-mails.ts'
import { sendsMails } from './start-reminders.ts'

/** A reminder is for who works on the case, a supervision for who answers for the unit as well. */
const readers: Record<Letter, ReminderLevel[]> = {
  reminder: ['unit'],
  supervision: ['unit', 'head'],
}

/**
 * Leaves the mails that tell of letters to units and of their answers, in the transaction under way.
 * @param row the case before `bodies` were recorded
 */
export async function mailLetters(
  strapi: Core.Strapi,
  row: CaseRow,
  bodies: readonly EventBody[],
): Promise<void> {
  if (!sendsMails) return
  for (const [index, body] of bodies.entries()) {
    const sequence = (row.eventCount ?? 0) + index + 1
    if (body.kind === 'supervised') {
      const { letter, unit, dueOn } = body
      const sees = maySee({ kind: 'unit', unit: unit.id }, wallOf(row))
      const { addressees } = await reachOf(strapi, unit.id, readers[letter], sees)
      const words = `【${letterNames[letter]}】${unit.name}：请在 ${longDay(dueOn)} 以前反馈`
      await leaveMails(strapi, row, sequence, words, addressees)
    }
    if (body.kind === 'supervision-answered') {
      const { addressees } = await reachOf(strapi, null, ['bureau'], false)
      const words = `【督办反馈】${body.unit.name}反馈了督办情况`
      await leaveMails(strapi, row, sequence, words, addressees)
    }
  }
}
