import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import type { Channel } from '../../contracts/figures/figures.ts'
import { tableOf } from '../../strapi/tables.ts'
import { isOpening, type EventBody } from '../events/event.ts'
import { eventUid, type KeyedEvent } from '../events/event-log.ts'
import { openBody } from '../events/seal-body.ts'
import type { FigureEvents } from '../rules/figure-facts.ts'

type Head = Pick<KeyedEvent, 'number' | 'sequence' | 'kind' | 'at' | 'actor'>
type Sealed = Pick<KeyedEvent, 'number' | 'sequence' | 'kind' | 'body' | 'key'>

/** Letters that are sent to units, and as what they are counted. */
const letters = { reminder: 'letter-reminder', supervision: 'letter-supervision' }

function said(stored: Sealed | undefined): EventBody | null {
  return stored ? openBody(stored, stored.body, stored.key) : null
}

/** How a case came: what staff wrote down says so, all else is of the online form. */
function channelOf(filed: EventBody | null): Channel {
  return (filed !== null && isOpening(filed) && filed.channel) || 'online'
}

/**
 * What of the events of some cases figures count. Kinds and days stand in the clear; only what staff filed, and of
 * what a case is a repeat, is opened.
 */
export async function readFigureEvents(
  strapi: Core.Strapi,
  numbers: readonly string[],
): Promise<(number: string) => Omit<FigureEvents, 'accused'>> {
  if (numbers.length === 0) return () => ({ heads: [], channel: 'online', repeatOf: null })
  const where = { number: { $in: numbers } }
  const events = strapi.db.query(eventUid)
  const heads: Head[] = await events.findMany({
    where,
    select: ['number', 'sequence', 'kind', 'at', 'actor'],
    orderBy: { sequence: 'asc' },
  })
  const isOpened = ({ kind, actor }: Head) =>
    kind === 'repeat-of' || kind === 'imported' || (kind === 'filed' && actor === 'staff')
  const opened = [...new Set(heads.filter(isOpened).map(({ number }) => number))]
  const sealed: Sealed[] =
    opened.length === 0
      ? []
      : await events.findMany({
          where: { number: { $in: opened }, kind: { $in: ['filed', 'imported', 'repeat-of'] } },
          select: ['number', 'sequence', 'kind', 'body', 'key'],
          orderBy: { sequence: 'asc' },
        })
  const sent = await tableOf(strapi, contentType.casePaper).findMany({
    where: { ...where, paper: { $in: Object.keys(letters) } },
    select: ['number', 'paper', 'createdAt'],
  })
  const byCase = Map.groupBy(heads, ({ number }) => number)
  const sealedBy = Map.groupBy(sealed, ({ number }) => number)
  const sentBy = Map.groupBy(sent, ({ number }) => number)
  return (number) => {
    const own = sealedBy.get(number) ?? []
    const repeat = said(own.findLast(({ kind }) => kind === 'repeat-of'))
    return {
      heads: [
        ...(byCase.get(number) ?? []),
        ...(sentBy.get(number) ?? []).map(({ paper, createdAt }) => ({
          kind: letters[paper as keyof typeof letters],
          at: new Date(createdAt ?? 0).toISOString(),
        })),
      ],
      channel: channelOf(said(own.find(({ kind }) => kind === 'filed' || kind === 'imported'))),
      repeatOf: repeat?.kind === 'repeat-of' ? repeat.of : null,
    }
  }
}
