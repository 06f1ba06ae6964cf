import { z } from 'zod'
import type { CaseRow } from './case-record.ts'
import type { FollowUp, CaseChangedDetails, Happening, Seen } from '../../contracts/case-desk.ts'
import type { DeskContext } from '../../strapi/desk-routes.ts'
import { UnseenError } from '../../strapi/stale-errors.ts'

const request = z.object({
  seen: z.object({ revision: z.int().min(1), steps: z.int().min(0) }).optional(),
})

/** What was on the page; undefined where the page does not say. */
export function seenIn(body: unknown): Seen | undefined {
  const parsed = request.safeParse(body)
  return parsed.success ? parsed.data.seen : undefined
}

function wordsOf(row: CaseRow, at: string): string {
  const followUps = (row.followUps ?? []) as FollowUp[]
  const added = followUps.find((followUp) => followUp.at === at)
  if (added) return added.text
  if (row.repliedAt && new Date(row.repliedAt).toISOString() === at) return row.reply ?? ''
  return (row.opinions ?? []).find(({ deliveredAt }) => deliveredAt === at)?.text ?? ''
}

/** What happened to a case since it was read, in order. */
export function happenedSince(row: CaseRow, seen: Seen): Happening[] {
  return row.steps.slice(seen.steps).map(({ at, by, text }) => ({
    at,
    by,
    text,
    words: wordsOf(row, new Date(at).toISOString()),
  }))
}

const advice = '您写的还在，这一步还没有办：请看过下面的变化再办。'

/**
 * Refuses a step about a case that has changed since it was read, and tells what happened. One that
 * does not say what was read is refused too.
 * @returns whether it was refused; nothing is to be written then
 * @throws UnseenError
 */
export function refuseStale(context: DeskContext, row: CaseRow, seen: Seen | undefined): boolean {
  if (!seen) throw new UnseenError()
  if (seen.revision === row.revision) return false
  const { revision, steps } = row
  const details: CaseChangedDetails = {
    happened: happenedSince(row, seen),
    seen: { revision, steps: steps.length },
  }
  context.conflict(`办件在您打开以后有了变化。${advice}`, details)
  return true
}
