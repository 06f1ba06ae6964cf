import type { CaseStep, StepEvent } from '../../../contracts/cases/desk-state.ts'
import { isOpening, wordOf, type CaseEvent, type EventBody } from '../../events/event.ts'
import type { CaseFile } from './case-file.ts'
import { effectOf } from './effects.ts'
import { openFile } from './open-file.ts'
import { leadOf } from './referral.ts'

/** Asks the petitioner again for every file that did not arrive whole. */
function missingFiles({ at, body }: CaseEvent, { state }: CaseFile): CaseStep[] {
  const files = 'attachments' in body ? body.attachments : []
  return files
    .filter((file) => file.state !== 'kept')
    .map(({ name }) => ({
      at,
      state,
      text: `附件“${name}”没有完整收到，请重新补充提交。`,
      by: '系统',
      event: 'note',
    }))
}

/** How the timeline marks what leaves the case where it stands. */
const marks: Partial<Record<EventBody['kind'], StepEvent>> = {
  'extension-answered': 'extended',
  'petitioner-asked': 'asked',
  'reply-corrected': 'corrected',
  corrected: 'corrected',
  heard: 'heard',
  reopened: 'reopened',
}

/** What moves a case though it may stand where it stood, such as a second referral. */
const moving: EventBody['kind'][] = [
  'filed',
  'imported',
  'registered',
  'referred',
  'recalled',
  'objected',
]

function markOf(body: EventBody, moved: boolean): Pick<CaseStep, 'event' | 'days'> {
  if (body.kind === 'appealed' && !body.started) return { event: 'appeal-refused' }
  if (body.kind === 'heard' && body.days === 0) return { event: 'note' }
  const event = marks[body.kind]
  const days = 'days' in body ? { days: body.days } : {}
  if (event) return { event, ...days }
  return moved || moving.includes(body.kind) ? {} : { event: 'note' }
}

/** Whether an opinion that was written before is still about the step that is due, and by the same unit. */
function isSameMatter(before: CaseFile, now: CaseFile): boolean {
  return (
    before.state === now.state &&
    leadOf(before.referrals)?.unit.id === leadOf(now.referrals)?.unit.id
  )
}

/** The case after one more event. */
export function applyEvent(file: CaseFile, event: CaseEvent): CaseFile {
  const { at, actor, body } = event
  const changes = effectOf(file, event)
  const changed: CaseFile = { ...file, revision: file.revision + 1, ...changes }
  const next = isSameMatter(file, changed)
    ? changed
    : { ...changed, proposal: null, returned: null }
  const { state } = next
  const step =
    body.told === null
      ? []
      : [{ at, state, text: body.told, by: wordOf(actor), ...markOf(body, state !== file.state) }]
  return { ...next, steps: [...file.steps, ...step, ...missingFiles(event, next)] }
}

/**
 * Makes a case of its events: all that is known of it, and nothing else is.
 * @param events of one case, in their order
 * @throws where the case does not begin with what was filed or imported
 */
export function projectCase(events: readonly CaseEvent[]): CaseFile {
  const [first, ...more] = events
  if (!first || !isOpening(first.body)) throw new Error('办件的第一条记录不是收到信访事项')
  return more.reduce(applyEvent, applyEvent(openFile(first.number, first.at, first.body), first))
}
