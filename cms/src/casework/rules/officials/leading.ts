import type { Day } from '@portal/content/calendar/day'
import {
  leadingOutcomes,
  type LeadingOutcome,
  type MeetingWay,
} from '../../../contracts/cases/leading.ts'
import type { BodyOf, EventBody } from '../../events/event.ts'
import type { CaseFile } from '../case/case-file.ts'
import { wallOfOfficial, type Official, type OfficialWall } from './official-wall.ts'

/** What is to be recorded, or why it cannot be, in words for staff. */
export type Leading<K extends EventBody['kind']> =
  { ok: true; body: BodyOf<K> } | { ok: false; reason: string }

const refuse = (reason: string) => ({ ok: false, reason }) as const
const over = ['closed', 'withdrawn', 'declined']

/** Whether an official can still take a case on. */
export function canBeLed({ state }: Pick<CaseFile, 'state'>): boolean {
  return !over.includes(state)
}

/** An official takes a case on (领导包案): one at a time, and never one that accuses them. */
export function takeOn(
  file: CaseFile,
  official: Official,
  wall: OfficialWall,
  { dueOn, note }: { dueOn: Day | null; note: string },
  today: Day,
): Leading<'taken-on'> {
  if (file.led) return refuse(`已经由${file.led.official.office}包案，结束以后才能换人。`)
  if (!canBeLed(file)) return refuse('这一件已经了结，不用包案。')
  const fault = wallOfOfficial(official, wall)
  if (fault) return refuse(`${fault}，不能由${official.office}包案（条例第三十条）。请另选。`)
  if (dueOn !== null && dueOn < today) return refuse('这个日子已经过了，请核对。')
  const { id, office } = official
  return { ok: true, body: { kind: 'taken-on', told: null, official: { id, office }, dueOn, note } }
}

/** The official met the petitioner. */
export function meet(
  file: CaseFile,
  met: { way: MeetingWay; on: Day; record: string; result: string },
  today: Day,
): Leading<'official-met'> {
  if (!file.led) return refuse('这一件没有领导包案，不能记录走访约谈。')
  if (met.record.trim() === '') return refuse('请写下说了什么。')
  if (met.on > today) return refuse('这个日子还没有到，请核对。')
  if (met.on < file.receivedAt.slice(0, 10)) return refuse('这是收到这一件以前的日子，请核对。')
  return {
    ok: true,
    body: { kind: 'official-met', told: null, official: file.led.official, ...met },
  }
}

/** The official has it no more, and what came of it. */
export function endLeading(
  file: CaseFile,
  outcome: LeadingOutcome,
  record: string,
): Leading<'taken-on-ended'> {
  if (!file.led) return refuse('这一件没有领导包案。')
  if (record.trim() === '') return refuse(`请写明“${leadingOutcomes[outcome]}”的经过。`)
  return {
    ok: true,
    body: { kind: 'taken-on-ended', told: null, official: file.led.official, outcome, record },
  }
}
