import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { eventUid } from '../events/event-log.ts'
import { readFigureEvents } from './read-figure-events.ts'
import { caseUid, populate } from '../record/case-record.ts'
import { ofSound } from '../record/faulty-case.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { readProposed } from './read-proposed.ts'
import {
  entryOf,
  faultyEntry,
  type Happened,
  type QueueCase,
  type QueueEntry,
} from './queue-entry.ts'

type KnownEvent = { number: string; sequence: number; kind: string; createdAt: string }
type View = { number: string; viewer: string; viewedAt: string }

/** What says who has a case, and what the petitioner writes of one's own accord. */
const routing = ['referred', 'units-added', 'objected', 'recalled', 'reopened', 'closed']
const writing = ['supplemented', 'withdrawal-asked']

const moment = (at: string | Date) => new Date(at).getTime()

/** For whom each account acts that does not act for the bureau. */
async function unitsOfAccounts(strapi: Core.Strapi): Promise<Map<string, string>> {
  const ties: { account: string; unit: { documentId: string } | null }[] = await strapi.db
    .query('api::unit-account.unit-account')
    .findMany({ populate: { unit: { select: ['documentId'] } } })
  const officials: { account: string | null }[] = await strapi.db
    .query('api::official.official')
    .findMany({ select: ['account'] })
  return new Map([
    // What a leading official has opened the bureau has not.
    ...officials.flatMap(({ account }): [string, string][] =>
      account ? [[account.toLowerCase(), 'official']] : [],
    ),
    ...ties.flatMap(({ account, unit }): [string, string][] =>
      unit ? [[account.toLowerCase(), unit.documentId]] : [],
    ),
  ])
}

/** When each party last opened each of some cases. */
async function readViews(
  strapi: Core.Strapi,
  numbers: string[],
): Promise<(number: string, party: string) => number> {
  const seen = new Map<string, number>()
  if (numbers.length > 0) {
    const accounts = await unitsOfAccounts(strapi)
    const views: View[] = await strapi.db.query('api::case-view.case-view').findMany({
      where: { number: { $in: numbers }, act: '查阅' },
      select: ['number', 'viewer', 'viewedAt'],
    })
    for (const { number, viewer, viewedAt } of views) {
      const key = `${number} ${accounts.get(viewer.toLowerCase()) ?? ''}`
      seen.set(key, Math.max(seen.get(key) ?? 0, moment(viewedAt)))
    }
  }
  return (number, party) => seen.get(`${number} ${party}`) ?? 0
}

function needsEvents({ referrals, laterMessages }: QueueCase): boolean {
  return (
    (laterMessages ?? []).length > 0 || (referrals ?? []).some(({ endedAt }) => endedAt !== null)
  )
}

/** What of some cases their events and the record of views tell. Most cases have little that needs them. */
async function readHappened(
  strapi: Core.Strapi,
  rows: QueueCase[],
): Promise<(row: QueueCase) => Happened> {
  const wanted = rows
    .filter((row) => ofSound(strapi, row, () => needsEvents(row), false))
    .map(({ number }) => number)
  const events: KnownEvent[] =
    wanted.length === 0
      ? []
      : await strapi.db.query(eventUid).findMany({
          where: { number: { $in: wanted }, kind: { $in: [...routing, ...writing] } },
          select: ['number', 'sequence', 'kind', 'createdAt'],
          orderBy: { sequence: 'asc' },
        })
  const byCase = Map.groupBy(events, ({ number }) => number)
  const last = (number: string, kinds: string[]) =>
    byCase.get(number)?.findLast(({ kind }) => kinds.includes(kind))
  const proposed = await readProposed(strapi, rows)
  const written = wanted.filter((number) => last(number, writing) !== undefined)
  const lastSeen = await readViews(strapi, written)
  const eventsOf = await readFigureEvents(
    strapi,
    rows.map(({ number }) => number),
  )
  return ({ number }) => {
    const wrote = last(number, writing)
    return {
      objected: last(number, routing)?.kind === 'objected',
      events: eventsOf(number),
      unread: (party) => wrote !== undefined && lastSeen(number, party) <= moment(wrote.createdAt),
      proposed: proposed.get(number) ?? null,
    }
  }
}

/** A case for the queue; one that is not in order is shown to the bureau as that. */
type ReadCase = { entry: QueueEntry; faulty: boolean }

/** Reads and opens cases for the queue. */
export async function readCases(
  strapi: Core.Strapi,
  table: Workdays,
  question: { where: object; limit?: number },
): Promise<ReadCase[]> {
  const rows: QueueCase[] = await strapi.db
    .query(caseUid)
    .findMany({ ...question, populate, orderBy: { id: 'desc' } })
  const happened = await readHappened(
    strapi,
    rows.filter((row) => !isDamaged(row)),
  )
  return rows.map((row) => {
    const entry = isDamaged(row)
      ? null
      : ofSound(strapi, row, () => entryOf(row, happened(row), table), null)
    return { entry: entry ?? faultyEntry(row), faulty: entry === null }
  })
}
