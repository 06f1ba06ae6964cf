import type { Core } from '@strapi/strapi'
import type { EventBody } from '../events/event.ts'
import type { CaseRow } from '../record/case-record.ts'
import { numberPaper } from './issue-paper.ts'

/** Events that are to be recorded, with the number of its paper after each letter among them. */
export async function withLetterPapers(
  strapi: Core.Strapi,
  { number, eventCount }: Pick<CaseRow, 'number' | 'eventCount'>,
  bodies: readonly EventBody[],
  now: Date,
): Promise<EventBody[]> {
  const all: EventBody[] = []
  for (const body of bodies) {
    all.push(body)
    if (body.kind !== 'supervised') continue
    const { letter: paper, unit } = body
    const of = (eventCount ?? 0) + all.length
    all.push(await numberPaper(strapi, { paper, of, unit }, number, now))
  }
  return all
}
