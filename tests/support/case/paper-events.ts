import assert from 'node:assert/strict'
import { duePapers } from '../../../cms/src/casework/papers/due-papers.ts'
import { wordsOfPaper } from '../../../cms/src/casework/papers/paper-words.ts'
import type { Actor, CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import type { Letter } from '../../../cms/src/contracts/cases/deadlines.ts'
import { paperKinds, type PaperKind } from '../../../cms/src/contracts/papers/papers.ts'
import { civil, filed, lighting } from './facts.ts'
import { convert } from '../files/word-conversion.ts'

/** The days off that papers count with. */
export const table = {
  '2026': { off: ['2026-10-01/2026-10-07'], on: [] },
  '2027': { off: [], on: [] },
}
const bureau: Party = { kind: 'bureau' }
const clerk: Actor = { kind: 'staff', id: 1, name: '张' }
const to = (unit: typeof civil, lead = true) => ({ unit, lead, note: '', dueOn: null })
/** The unit in the lead. */
export const unit = lighting

/** A case that everything happened to, an event a day from 1 September 2026 on. */
export const bodies: EventBody[] = [
  filed(),
  { kind: 'registered', told: '已登记。' },
  { kind: 'referred', told: '已转送。', units: [to(lighting), to(civil, false)] },
  { kind: 'accepted', told: '已受理。', unit },
  { kind: 'extension-asked', told: null, unit, days: 10, reason: '需要更换线路' },
  { kind: 'extension-answered', told: '已延期。', granted: true, days: 10, reason: '情况属实' },
  {
    kind: 'replied',
    told: '已答复。',
    unit,
    text: '一、诉求\n修灯 <b>&\n\n二、事实和理由\n坏了。',
  },
  {
    kind: 'appealed',
    told: '已收到。',
    level: 'review',
    grounds: '没有修好',
    attachments: [],
    started: true,
    names: [],
  },
  { kind: 'reviewed', told: '已复查。', level: 'review', body: '区人民政府', text: '维持。' },
  {
    kind: 'appealed',
    told: '已收到。',
    level: 're-review',
    grounds: '没有修好',
    attachments: [],
    started: true,
    names: [],
  },
  {
    kind: 'reviewed',
    told: '已复核。',
    level: 're-review',
    body: '市人民政府',
    text: '维持复查。',
  },
]
/** Events of a case, one a day. */
export const eventsOf = (all: EventBody[]) =>
  all.map((body, index): CaseEvent => ({
    number: '1234567890123456',
    sequence: index + 1,
    at: new Date(Date.UTC(2026, 8, 1 + index, 2)).toISOString(),
    actor: clerk,
    body,
  }))
/** The papers that a case asks for after some events. */
export const due = (all: EventBody[], party: Party = bureau) => {
  const events = eventsOf(all)
  return duePapers(events, projectCase(events), party)
}

/** The words of a paper that is made after some events. */
export function wordsAfter(all: EventBody[], paper: PaperKind) {
  const wanted = due(all).find((one) => one.paper === paper) ?? assert.fail(`${paper} is not due`)
  const body: EventBody = {
    kind: 'paper-issued',
    told: null,
    paper,
    of: wanted.of,
    unit: wanted.unit,
    mark: '云信',
    year: 2026,
    serial: 12,
    template: null,
    words: null,
  }
  const events = eventsOf([...all, body])
  return wordsOfPaper(events, events.length, '区信访局', table) ?? assert.fail('no words')
}
export const declined: EventBody[] = [
  ...bodies.slice(0, 3),
  { kind: 'declined', told: '不予受理。', unit, ground: 'litigation', reason: '已经起诉' },
]
/** Accepted, and pressed by letter. */
const pressed = (letter: Letter): EventBody[] => [
  ...bodies.slice(0, 4),
  { kind: 'supervised', told: null, letter, unit, reason: '迟迟没有答复', dueOn: '2026-09-20' },
]
/** After which events each paper is due. */
export const whenDue: Record<PaperKind, EventBody[]> = {
  receipt: bodies.slice(0, 2),
  transfer: bodies.slice(0, 3),
  acceptance: bodies.slice(0, 4),
  decline: declined,
  extension: bodies.slice(0, 6),
  opinion: bodies.slice(0, 7),
  review: bodies.slice(0, 9),
  're-review': bodies,
  reminder: pressed('reminder'),
  supervision: pressed('supervision'),
}
export const kinds = Object.keys(paperKinds) as PaperKind[]

/** What a Word file says. */
export async function readBack(bytes: Buffer): Promise<string> {
  const converted = await convert(bytes)
  return converted.ok ? `${converted.title}\n${converted.markdown}` : assert.fail(converted.error)
}
