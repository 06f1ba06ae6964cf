import type { Attachment } from '@portal/content/schema/petition/attachment'
import { category } from '@portal/content/schema/petition/category'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import type { DeskFile } from '../../../contracts/cases/desk-files.ts'
import { declineGrounds, type DeclineGroundCode } from '../../../contracts/cases/decline-grounds.ts'
import { citedIn } from '../../../contracts/papers/citation.ts'
import { composeOpinion, longestOpinion, longestPart } from '../../../contracts/papers/opinion.ts'
import { deskFiles } from '../../files/incoming-file.ts'
import { sentParts, type UnitRef } from '../../events/event-fields.ts'
import type { SentFiles } from '../../reply/verified-files.ts'
import { placeName, topicName, unknownName } from '../../record/place-names.ts'
import type { Unit } from '../../record/units.ts'
import type { Action, OpinionAction } from '../../rules/actions/action.ts'
import type { CaseFile, Proposal } from '../../rules/case/case-file.ts'
import { leadOf, presentReferrals } from '../../rules/case/referral.ts'
import type { Party } from '../../rules/wall.ts'

const text = z.string().trim().max(8000)
const long = z.string().trim().max(longestOpinion)
const days = z.int()
/** A unit by its name, as staff choose it; left away, it is the one in the lead. */
const unit = text.optional()
const day = z.iso.date()
const given = z.object({
  unit: text,
  lead: z.boolean(),
  note: text.default(''),
  dueOn: day.nullable().default(null),
})
const part = z.string().trim().max(longestPart)
/** The parts of an opinion; its text is made of them. */
const parts = sentParts(part).optional()
const opinion = { text: long.default(''), parts, files: deskFiles.default([]) }
const opinions = [
  z.object({ kind: z.literal('reply'), unit, ...opinion }),
  z.object({ kind: z.literal('correct-reply'), ...opinion, reason: text }),
  z.object({ kind: z.literal('review'), body: text, ...opinion }),
  z.object({ kind: z.literal('re-review'), body: text, ...opinion }),
] as const
const grounds = Object.keys(declineGrounds) as [DeclineGroundCode, ...DeclineGroundCode[]]

/** What a page asks for. A case is referred to one `unit`, or to several `units`. */
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('register') }),
  z.object({ kind: z.literal('refer'), unit, units: z.array(given).max(20).optional() }),
  z.object({ kind: z.literal('add-units'), unit, units: z.array(given).max(20).optional() }),
  z.object({ kind: z.literal('accept'), unit }),
  z.object({ kind: z.literal('decline'), unit, ground: z.enum(grounds), reason: text }),
  z.object({ kind: z.literal('object'), unit, reason: text }),
  z.object({ kind: z.literal('recall'), units: z.array(text).optional(), reason: text }),
  z.object({ kind: z.literal('extend'), days, reason: text }),
  z.object({ kind: z.literal('ask-extension'), days, reason: text }),
  z.object({ kind: z.literal('approve-extension'), reason: text }),
  z.object({ kind: z.literal('refuse-extension'), reason: text }),
  z.object({ kind: z.literal('ask-petitioner'), question: text }),
  z.object({ kind: z.literal('mediate'), on: day, agreed: z.boolean(), record: text.default('') }),
  z.object({
    kind: z.literal('hear'),
    days: days.default(0),
    on: day.nullable().default(null),
    record: text.default(''),
  }),
  z.object({ kind: z.literal('advise'), unit, text }),
  ...opinions,
  z.object({
    kind: z.literal('propose-reply'),
    proposed: z.discriminatedUnion('kind', opinions),
  }),
  z.object({ kind: z.literal('send-reply') }),
  z.object({ kind: z.literal('return-reply'), remark: text }),
  z.object({
    kind: z.literal('correct'),
    change: z.discriminatedUnion('field', [
      z.object({ field: z.literal('category'), to: category }),
      z.object({ field: z.literal('topic'), to: z.string() }),
      z.object({ field: z.literal('region'), to: z.string() }),
    ]),
    reason: text,
  }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('reopen'), reason: text }),
  z.object({ kind: z.literal('follow-up'), record: text }),
  z.object({ kind: z.literal('remind'), unit, reason: text, dueOn: day }),
  z.object({ kind: z.literal('supervise'), unit, reason: text, dueOn: day }),
  z.object({ kind: z.literal('answer-supervision'), unit, text }),
  // Without a unit it is whoever asks.
  z.object({ kind: z.literal('assign-follow-up'), unit }),
])
type ActionRequest = z.infer<typeof request>

/** The text of an opinion that was written in parts, and what of its citations stands in it. */
function compose<R extends z.infer<(typeof opinions)[number]>>(asked: R): R {
  const { kind, parts } = asked
  if (!parts) return asked
  const citations = citedIn(parts.basis, parts.citations)
  return { ...asked, text: composeOpinion(kind, parts), parts: { ...parts, citations } }
}

/** What a page asks for; null where it is not whole. */
export function readRequest(body: unknown): ActionRequest | null {
  const asked = request.safeParse(body).data ?? null
  if (asked?.kind === 'propose-reply') return { ...asked, proposed: compose(asked.proposed) }
  return asked && 'parts' in asked ? compose(asked) : asked
}

/** What a page asks for, its files as the desk knows them; or why they cannot go out. */
type Filed = { ok: true; asked: ActionRequest; files: Attachment[] } | { ok: false; reason: string }

/** Takes the desk's word off the files that come with an opinion. */
export function withSentFiles(
  asked: ActionRequest,
  open: (files: readonly DeskFile[]) => SentFiles,
): Filed {
  if (asked.kind === 'propose-reply') {
    const inner = withSentFiles(asked.proposed, open)
    if (!inner.ok) return inner
    const proposed = inner.asked as typeof asked.proposed
    return { ...inner, asked: { ...asked, proposed } }
  }
  if (!('files' in asked)) return { ok: true, asked, files: [] }
  const { files: sent, ...rest } = asked
  const opened = open(sent)
  if (!opened.ok) return opened
  const { files } = opened
  // One without files is as it was before there were any.
  return { ok: true, asked: (files.length > 0 ? { ...rest, files } : rest) as ActionRequest, files }
}

/** An action with its units, topics and places looked up, or why there is no such thing. */
type Resolved = { ok: true; action: Action } | { ok: false; reason: string }

/** The steps that are a unit's, or are about one. */
const ofUnits = [
  'accept',
  'decline',
  'object',
  'advise',
  'reply',
  'remind',
  'supervise',
  'answer-supervision',
]

const refuse = (reason: string): Resolved => ({ ok: false, reason })
const noUnit = '没有这个承办单位，请重新选择。'

/** The name of a topic or place by its slug; of a place with those above it. */
async function nameOfPlace(strapi: Core.Strapi, change: { field: string; to: string }) {
  const name = change.field === 'topic' ? topicName : placeName
  const found = await name(strapi, change.to)
  return found === unknownName ? null : found
}

function resolveUnits(asked: Extract<ActionRequest, { kind: 'refer' | 'add-units' }>, all: Unit[]) {
  const { kind, unit: single = '', units } = asked
  const lead = kind === 'refer'
  return (units ?? [{ unit: single, lead, note: '', dueOn: null }]).map((one) => {
    const found = all.find(({ name }) => name === one.unit)
    return { ...one, found }
  })
}

/** What was laid before a second reader, as the step that it becomes. */
function proposedAction(proposal: Proposal): OpinionAction {
  const { step, unit, body, reason, text, parts, files } = proposal
  const written = { text, ...(parts && { parts }), ...(files && { files }) }
  if (step === 'reply') return { kind: step, unit: unit ?? { id: '', name: '' }, ...written }
  if (step === 'correct-reply') return { kind: step, reason: reason ?? '', ...written }
  return { kind: step, body: body ?? '', ...written }
}

/**
 * Looks up what a page has chosen by name. A unit's account acts in the name of its own unit, always.
 * @param all the units that there are
 * @param staff who asks
 */
export async function resolveAction(
  strapi: Core.Strapi,
  asked: ActionRequest,
  party: Party,
  file: CaseFile,
  all: Unit[],
  staff: { id: number; name: string },
): Promise<Resolved> {
  const refOf = ({ documentId: id, name }: Unit): UnitRef => ({ id, name })
  if (asked.kind === 'refer' || asked.kind === 'add-units') {
    const chosen = resolveUnits(asked, all)
    if (chosen.some(({ unit, found }) => unit !== '' && !found)) return refuse(noUnit)
    if (chosen.some(({ found }) => found && !found.active)) {
      return refuse('这个单位已停用，不再承办新的办件，请另选单位。')
    }
    const units = chosen.flatMap(({ found, lead, note, dueOn }) =>
      found ? [{ unit: refOf(found), lead, note, dueOn }] : [],
    )
    return { ok: true, action: { kind: asked.kind, units } }
  }
  if (asked.kind === 'recall') {
    const has = presentReferrals(file.referrals).map(({ unit }) => unit)
    const units = asked.units ? has.filter(({ name }) => asked.units?.includes(name)) : has
    return { ok: true, action: { ...asked, units } }
  }
  if (asked.kind === 'correct') {
    if (asked.change.field === 'category') return { ok: true, action: asked as Action }
    const to = await nameOfPlace(strapi, asked.change)
    if (to === null) return refuse('没有这一项，请重新选择。')
    return { ok: true, action: { ...asked, change: { ...asked.change, to } } as Action }
  }
  if (asked.kind === 'propose-reply') {
    const inner = await resolveAction(strapi, asked.proposed, party, file, all, staff)
    if (!inner.ok) return inner
    return { ok: true, action: { ...asked, proposed: inner.action as OpinionAction } }
  }
  if (asked.kind === 'send-reply') {
    if (!file.proposal) return refuse('没有送审的答复或者意见，请刷新页面看看。')
    return { ok: true, action: { ...asked, proposed: proposedAction(file.proposal) } }
  }
  if (asked.kind === 'assign-follow-up') {
    if (!asked.unit) {
      return { ok: true, action: { kind: asked.kind, owner: { kind: 'clerk', ...staff } } }
    }
    const found = all.find(({ name }) => name === asked.unit)
    if (!found) return refuse(noUnit)
    return { ok: true, action: { kind: asked.kind, owner: { kind: 'unit', unit: refOf(found) } } }
  }
  if (!ofUnits.includes(asked.kind)) return { ok: true, action: asked as Action }
  const name = 'unit' in asked ? asked.unit : undefined
  const own = party.kind === 'unit' ? all.find((one) => one.documentId === party.unit) : undefined
  const named = own ?? all.find((one) => one.name === name)
  if (name && !named) return refuse(noUnit)
  const lead = leadOf(file.referrals)?.unit
  const unit = named ? refOf(named) : (lead ?? { id: '', name: '' })
  return { ok: true, action: { ...asked, unit } as Action }
}
