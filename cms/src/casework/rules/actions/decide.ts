import { shanghaiDay } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { EventBody } from '../../events/event.ts'
import type { Action } from './action.ts'
import { eventsOf } from './action-events.ts'
import { faultOfAction } from './action-faults.ts'
import { isInOrder, isTheirs, isWithUnits } from './allowed-actions.ts'
import { hindrance } from './hindrance.ts'
import { readingHindrance, type Reading } from './second-reader.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Party } from '../wall.ts'

/** What a step has come to: events that are to be recorded together, or a refusal in words for staff. */
type Decision =
  | { ok: true; events: EventBody[] }
  /** `forbidden`: it is another's to take. */
  | { ok: false; reason: string; forbidden?: true }

/** A category that walls the case off asks for whom it accuses before a unit goes on with it (art. 30). */
function wallFirst(action: Action, file: CaseFile): string | null {
  const becomes =
    action.kind === 'correct' &&
    action.change.field === 'category' &&
    action.change.to === 'accusation'
  return becomes && isWithUnits(file) && !file.accusedConfirmed
    ? '改为检举控告以前，请先填写被检举控告的单位；没有指明单位的，也请确认一次。'
    : null
}

function actorOf(action: Action, party: Party): string | null {
  if (party.kind === 'unit') return party.unit
  return 'unit' in action ? action.unit.id : null
}

/** The step itself, or the one that it lays before a second reader or sends for the writer. */
function innermost(action: Action): Action {
  return 'proposed' in action ? action.proposed : action
}

function refuse(
  action: Action,
  file: CaseFile,
  party: Party,
  now: Date,
  table: Workdays,
): Decision | null {
  if (!isTheirs(action.kind, file, party)) {
    return { ok: false, reason: '这一步由信访部门或者主办单位办理。', forbidden: true }
  }
  if (!isInOrder(action.kind, file)) {
    return { ok: false, reason: '办件的状态已经变化，请刷新页面后再办理。' }
  }
  const reason =
    faultOfAction(action, file, shanghaiDay(now)) ??
    hindrance(action.kind, actorOf(action, party), file, table, now) ??
    wallFirst(action, file)
  return reason === null ? null : { ok: false, reason }
}

/**
 * Decides what a step comes to. One that the state does not allow, that is another's, that comes too late,
 * or that lacks what the law asks for, is refused with a sentence for staff; so is an opinion that goes out
 * without the second reader that the office wants.
 */
export function decide(
  file: CaseFile,
  action: Action,
  party: Party,
  now: Date,
  table: Workdays,
  reading: Reading,
): Decision {
  const inner = innermost(action)
  const refused =
    refuse(action, file, party, now, table) ??
    (inner === action ? null : refuse(inner, file, party, now, table))
  if (refused) return refused
  const reason = readingHindrance(action, file, reading)
  return reason === null ? { ok: true, events: eventsOf(file, action) } : { ok: false, reason }
}
