import { addDays, shanghaiDay } from '@portal/content/calendar/day'
import type { BodyOf } from '../../events/event.ts'
import type { CaseFile } from '../case/case-file.ts'

/**
 * What follows from an evaluation: of one who is dissatisfied, that somebody is to speak with them. The office
 * takes the time it has for a new matter (15 days, art. 22), unless it sets another.
 * @param at when the evaluation reached the mailbox
 * @param days after that day, which is not counted
 */
export function followUpAfter(
  { dissatisfaction }: Pick<CaseFile, 'dissatisfaction'>,
  satisfaction: BodyOf<'evaluated'>['satisfaction'],
  at: string,
  days: number,
): BodyOf<'follow-up-opened'>[] {
  const waits = dissatisfaction !== null && dissatisfaction.followedUpAt === null
  if (satisfaction !== 'dissatisfied' || waits) return []
  const dueOn = addDays(shanghaiDay(new Date(at)), days)
  return [{ kind: 'follow-up-opened', told: null, dueOn }]
}
