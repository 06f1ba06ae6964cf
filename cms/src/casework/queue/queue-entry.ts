import { shanghaiDay } from '@portal/content/calendar/day'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { figureFacts, type FigureEvents, type FigureFacts } from '../rules/figure-facts.ts'
import { toCode } from '../../strapi/choice-codes.ts'
import { factsOf, wallOf, type CaseRow } from '../record/case-record.ts'
import { givenRank, openDuties, type Duty } from '../rules/clocks/reminders.ts'
import { nextDuty } from '../rules/clocks/next-duty.ts'
import { leadOf, presentReferrals } from '../rules/case/referral.ts'
import { describe, runningClocks, type RunningClock } from '../rules/clocks/running-clocks.ts'
import { maySee, type Party } from '../rules/wall.ts'
import { plainTelephone } from './search-terms.ts'
import type { Proposed } from './read-proposed.ts'
import { tabBits } from './tab-bits.ts'

/** A case with what of it stands in lists, as it is stored. */
export type QueueCase = CaseRow & {
  topic: string
  petitionerName: string
  petitionerPhone: string
  petitionerAddress: string
  petitionerIdNumber: string | null
  petitionerCreditCode: string | null
  petitionerContact: string | null
  petitionerEmail: string | null
  representatives: string | null
}

/** What of a case only its events and the record of views tell. */
export type Happened = {
  /** A unit has sent it back, and nobody has referred it anew. */
  objected: boolean
  /** Parties that have not opened it since the petitioner last wrote, the bureau as ''. */
  unread: (party: string) => boolean
  /** What figures count of its events. */
  events: Omit<FigureEvents, 'accused'>
  /** An opinion waits for a second reader. */
  proposed: Proposed | null
}

/** A case as one party sees it in the queue; the bureau is ''. */
export type QueueShare = {
  party: string
  tabs: number
  duty: RunningClock | null
  /** Whether the duty counts as due soon or late to this party. */
  counts: boolean
  /** Who has written what waits for a second reader, who cannot be that reader; null where that is nobody known. */
  writer: number | null
}

/** A duty with how far its reminders have come. */
export type QueueDutyEntry = Duty & { given: number }

/** What a unit that has a case made of it. Days of the office. */
export type QueueWork = {
  unit: string
  receivedOn: string
  informBy: string
  informedOn: string | null
  decidedOn: string | null
}

/** What the queue keeps of a case. */
export type QueueEntry = {
  row: QueueCase
  units: string[]
  shares: QueueShare[]
  duties: QueueDutyEntry[]
  works: QueueWork[]
  /** What its words are looked for in. */
  texts: string[]
  /** What figures need of it; null of one that is not in order. */
  facts: FigureFacts | null
}

const decisions: CaseState[] = ['declined', 'replied']
const decided = ['declined', 'replied', 'reviewed', 're-reviewed', 'closed']

/** Whether somebody is still to speak with a petitioner who is dissatisfied. */
function isUnhappy({ dissatisfaction }: QueueCase): boolean {
  return dissatisfaction?.followedUpAt === null
}

function bitsOf(row: QueueCase, party: Party, happened: Happened): number {
  const state = String(toCode('caseState', row.state))
  const unit = party.kind === 'unit' ? party.unit : null
  const own = presentReferrals(row.referrals ?? []).find((one) => one.unit.id === unit)
  const atWork = state === 'referred' || state === 'accepted'
  const answered = own !== undefined && own.answeredAt !== null
  const bureau = party.kind === 'bureau'
  const holds: Record<keyof typeof tabBits, boolean> = {
    received: state === 'received',
    registered: state === 'registered' && !happened.objected,
    objected: bureau && happened.objected,
    supplement: happened.unread(unit ?? ''),
    appeal: state === 'reviewing' || state === 're-reviewing',
    unhappy: isUnhappy(row),
    waiting: !bureau && atWork && !answered,
    working: !bureau && atWork && answered,
    proposed: bureau && happened.proposed !== null,
    done: decided.includes(state) || state === 'withdrawn',
  }
  return Object.entries(holds).reduce(
    (bits, [tab, held]) => (held ? bits | tabBits[tab as keyof typeof tabBits] : bits),
    0,
  )
}

/** The bureau sees to it that all is done in time, a unit to what it does itself. */
function isOwn(duty: RunningClock, party: Party): boolean {
  if (party.kind === 'bureau') return true
  return describe(duty).whose === 'unit' || duty.unit?.id === party.unit
}

/** What each party that may see a case sees of it in the queue. */
function sharesOf(row: QueueCase, happened: Happened, table: Workdays): QueueShare[] {
  const wall = wallOf(row)
  const parties: Party[] = [
    { kind: 'bureau' },
    ...wall.units.map((unit): Party => ({ kind: 'unit', unit })),
  ]
  return parties
    .filter((party) => maySee(party, wall))
    .map((party) => {
      const duty = nextDuty(factsOf(row), table, party) ?? null
      return {
        party: party.kind === 'bureau' ? '' : (party.unit ?? ''),
        tabs: bitsOf(row, party, happened),
        duty,
        counts: duty !== null && isOwn(duty, party),
        writer: happened.proposed?.writer ?? null,
      }
    })
}

/**
 * What a case is found by: what the petitioner wrote and who that is, what was answered, and what was told on the way.
 * Nothing that one unit has of it and another has not.
 */
function textsOf(row: QueueCase): string[] {
  const texts = [
    row.number,
    row.title,
    row.request,
    row.facts,
    row.topic,
    row.region,
    row.petitionerName,
    row.petitionerPhone,
    plainTelephone(row.petitionerPhone ?? ''),
    row.petitionerAddress,
    row.petitionerIdNumber,
    row.petitionerCreditCode,
    row.petitionerContact,
    row.petitionerEmail,
    row.representatives,
    row.reply,
    row.evaluationComment,
    ...(row.attachments ?? []).map(({ name }) => name),
    ...(row.laterMessages ?? []).map(({ text }) => text),
    ...(row.opinions ?? []).flatMap(({ text, body }) => [text, body]),
    ...(row.steps ?? []).map(({ text }) => text),
  ]
  return texts.filter((text): text is string => typeof text === 'string' && text !== '')
}

function dutiesOf(row: QueueCase, table: Workdays): QueueDutyEntry[] {
  const given = row.reminders ?? []
  return openDuties(factsOf(row), table).map((duty) => ({ ...duty, given: givenRank(duty, given) }))
}

/** The units that have the case, by the clock that each got with it, and the decision that ends their work. */
function worksOf(row: QueueCase, table: Workdays): QueueWork[] {
  const facts = factsOf(row)
  const lead = leadOf(facts.referrals ?? [])?.unit.id
  const decided = facts.steps.findLast(({ state, event }) => !event && decisions.includes(state))
  const decidedOn = decided ? shanghaiDay(decided.at) : null
  return runningClocks(facts, table)
    .filter(({ clock, lapsed }) => clock === 'inform' && !lapsed)
    .flatMap(({ unit, startedOn, lastDay, doneOn }) => {
      const id = unit?.id ?? lead
      if (id === undefined) return []
      const ended = unit === undefined && decidedOn !== null && decidedOn >= startedOn
      const work = { unit: id, receivedOn: startedOn, informBy: lastDay, informedOn: doneOn }
      return [{ ...work, decidedOn: ended ? decidedOn : null }]
    })
}

function factsForFigures(row: QueueCase, { events }: Happened, table: Workdays): FigureFacts {
  const { topic, region } = row
  const accused = row.accusedUnits.map(({ name }) => name)
  return figureFacts({ ...factsOf(row), topic, region }, { ...events, accused }, table)
}

/** What the queue keeps of a case. @throws where something of it is not in order */
export function entryOf(row: QueueCase, happened: Happened, table: Workdays): QueueEntry {
  const lead = row.unit?.documentId
  const units = row.units.map(({ documentId }) => documentId).filter((unit) => unit !== lead)
  return {
    row,
    units: lead === undefined ? units : [lead, ...units],
    shares: sharesOf(row, happened, table),
    duties: dutiesOf(row, table),
    works: worksOf(row, table),
    texts: textsOf(row),
    facts: factsForFigures(row, happened, table),
  }
}

/** A case of which something does not open: the bureau sees that it is there, and nothing is built upon it. */
export function faultyEntry(row: QueueCase): QueueEntry {
  const share = { party: '', tabs: 0, duty: null, counts: false, writer: null }
  return {
    row,
    units: [],
    shares: [share],
    duties: [],
    works: [],
    texts: [row.number],
    facts: null,
  }
}
