import type { LaterMessage } from '../../../contracts/cases/desk-state.ts'
import {
  wordOf,
  type Actor,
  type BodyOf,
  type CaseEvent,
  type EventKind,
} from '../../events/event.ts'
import type { CaseFile } from './case-file.ts'
import {
  addReferrals,
  answerBy,
  answerInLead,
  assistingOf,
  endReferrals,
  leadOf,
  type Referral,
} from './referral.ts'

type Effect<K extends EventKind> = (
  file: CaseFile,
  body: BodyOf<K>,
  at: string,
  actor: Actor,
) => Partial<CaseFile>

/** Who has the case, and what is shown as its unit. */
function handled(referrals: Referral[]): Pick<CaseFile, 'referrals' | 'unit'> {
  return { referrals, unit: leadOf(referrals)?.unit.name ?? null }
}

function givenBack(file: CaseFile, at: string): Partial<CaseFile> {
  return {
    state: 'registered',
    extension: null,
    ...handled(endReferrals(file.referrals, at)),
  }
}

/** A unit that a later text names is to be settled again, unless it is accused (arts. 30, 46). */
function unsettle({ settled, accused }: CaseFile, names: string[]): Pick<CaseFile, 'settled'> {
  const again = names.filter((id) => !accused.some((unit) => unit.id === id))
  return { settled: settled.filter((id) => !again.includes(id)) }
}

function written(file: CaseFile, added: LaterMessage, names: string[]) {
  return { laterMessages: [...file.laterMessages, added], ...unsettle(file, names) }
}

const idsOf = (files: { id: string }[]) => files.map(({ id }) => id)

const effects: { [K in EventKind]: Effect<K> } = {
  filed: () => ({}),
  imported: () => ({}),
  supplemented: (file, { text, attachments, names }, at) => ({
    ...written(
      file,
      { at, kind: 'supplement', level: null, text, attachments: idsOf(attachments) },
      names,
    ),
    attachments: [...file.attachments, ...attachments],
  }),
  'withdrawal-asked': (file, { reason, granted, names }, at) => ({
    ...written(file, { at, kind: 'withdrawal', level: null, text: reason, attachments: [] }, names),
    ...(granted ? { state: 'withdrawn', extension: null } : {}),
  }),
  appealed: (file, { level, grounds, attachments, started, names }, at) => ({
    ...written(
      file,
      { at, kind: 'appeal', level, text: grounds, attachments: idsOf(attachments) },
      names,
    ),
    attachments: [...file.attachments, ...attachments],
    ...(started ? { state: level === 'review' ? 'reviewing' : 're-reviewing' } : {}),
  }),
  evaluated: (file, { satisfaction, comment, names }) => ({
    evaluation: { satisfaction, comment },
    ...unsettle(file, names),
  }),
  registered: () => ({ state: 'registered' }),
  'settled-on-the-spot': () => ({ state: 'closed' }),
  'repeat-of': (_, { of, reason }) => ({ repeatOf: { number: of, reason } }),
  referred: (file, { units }, at) => ({
    state: 'referred',
    extension: null,
    ...handled(addReferrals(endReferrals(file.referrals, at), units, at)),
  }),
  'units-added': (file, { units }, at) => handled(addReferrals(file.referrals, units, at)),
  accepted: (file, { unit }, at) =>
    assistingOf(file.referrals, unit.id)
      ? handled(answerBy(file.referrals, unit, at))
      : { state: 'accepted', ...handled(answerInLead(file.referrals, unit, at)) },
  declined: (file, { unit }, at) => ({
    state: 'declined',
    extension: null,
    ...handled(answerInLead(file.referrals, unit, at)),
  }),
  objected: (file, { unit }, at) =>
    assistingOf(file.referrals, unit.id)
      ? handled(endReferrals(file.referrals, at, (one) => one.unit.id === unit.id))
      : givenBack(file, at),
  recalled: (file, { units }, at) => {
    const meant = (one: Referral) => units.some(({ id }) => id === one.unit.id)
    const lead = leadOf(file.referrals)
    return lead && !meant(lead)
      ? handled(endReferrals(file.referrals, at, meant))
      : givenBack(file, at)
  },
  'accused-settled': (_, { accused, settled }) => ({ accused, settled, accusedConfirmed: true }),
  'extension-asked': (_, { unit, days, reason }) => ({ extension: { unit, days, reason } }),
  'extension-answered': () => ({ extension: null }),
  'petitioner-asked': () => ({}),
  mediated: () => ({}),
  heard: () => ({}),
  'unit-advised': (file, { unit, text }, at) => handled(answerBy(file.referrals, unit, at, text)),
  replied: (file, { unit, text, parts = null, files }, at) => ({
    state: 'replied',
    extension: null,
    reply: { text, deliveredAt: at, correctedAt: null, files: files ?? [] },
    replyParts: parts,
    ...handled(answerInLead(file.referrals, unit, at)),
  }),
  'reply-corrected': ({ reply }, { text, parts = null, files }, at) => ({
    reply: reply && { ...reply, text, correctedAt: at, files: files ?? [] },
    replyParts: parts,
    proposal: null,
  }),
  'reply-proposed': (_, { step, unit, body, reason, text, parts, files }, at, actor) => ({
    proposal: {
      ...{ step, unit, body, reason, text, parts, files, at },
      writer: { id: actor.kind === 'staff' ? actor.id : null, name: wordOf(actor) },
    },
    returned: null,
  }),
  'reply-returned': ({ proposal }, { remark }, at, actor) => ({
    proposal: null,
    returned: proposal && { at, by: wordOf(actor), remark, proposal },
  }),
  reviewed: (file, { level, body, text, files }, at) => ({
    state: level === 'review' ? 'reviewed' : 're-reviewed',
    opinions: [
      ...file.opinions,
      { level, text, body, deliveredAt: at, ...(files?.length ? { files } : {}) },
    ],
  }),
  'follow-up-opened': (_, { dueOn }, at) => ({
    dissatisfaction: { at, dueOn, owner: null, followedUpAt: null },
  }),
  'follow-up-assigned': ({ dissatisfaction }, { owner }) => ({
    dissatisfaction: dissatisfaction && { ...dissatisfaction, owner },
  }),
  'followed-up': ({ dissatisfaction }, _, at) => ({
    dissatisfaction: dissatisfaction && { ...dissatisfaction, followedUpAt: at },
  }),
  reminded: ({ reminders }, { tier, clock, unit, startedOn, lastDay }) => ({
    reminders: [...reminders, { tier, clock, unit: unit?.id ?? null, startedOn, lastDay }],
  }),
  supervised: ({ supervisions }, { letter, unit, dueOn }, at) => ({
    supervisions: [...supervisions, { letter, unit, at, dueOn, answeredAt: null }],
  }),
  'supervision-answered': ({ supervisions }, { unit }, at) => ({
    supervisions: supervisions.map((one) =>
      one.unit.id === unit.id && one.answeredAt === null ? { ...one, answeredAt: at } : one,
    ),
  }),
  noted: () => ({}),
  closed: () => ({ state: 'closed' }),
  reopened: (file, _, at) => givenBack(file, at),
  corrected: (_, { change: { field, to } }) => ({ [field]: to }),
  'code-reissued': (_, { statusRecipient, access }) => ({ statusRecipient, access }),
  'paper-issued': () => ({}),
  'slot-booked': (_, { reception, office, day, from, to, place }) => ({
    slot: { reception, office, day, from, to, place },
  }),
  'taken-on': (_, { official, dueOn }, at) => ({
    led: { official, since: at, dueOn, meetings: 0, lastMetOn: null },
  }),
  'official-met': ({ led }, { on }) => ({
    led: led && { ...led, meetings: led.meetings + 1, lastMetOn: on },
  }),
  'taken-on-ended': () => ({ led: null }),
  'notice-linked': () => ({}),
  'notice-unlinked': () => ({}),
}

/** What an event changes of a case, beside its timeline. */
export function effectOf(file: CaseFile, { at, actor, body }: CaseEvent): Partial<CaseFile> {
  // TypeScript does not follow that kind and body belong together.
  return (effects[body.kind] as Effect<EventKind>)(file, body, at, actor)
}
