import { opinionSteps } from '../../../contracts/papers/opinion.ts'
import type { Action } from './action.ts'
import type { CaseFile } from '../case/case-file.ts'

/** Who takes a step, and whether the office has every opinion read by a second person before it goes out. */
export type Reading = { by: number | null; secondReader: boolean }

/** What is answered to who would send an opinion that nobody else has read. */
export const unread = '本单位规定答复和意见由第二人审阅后发出：请送审，由另一位工作人员发出。'

/** Whether a step sends an opinion that its writer has written, or lays it before a second reader. */
export function isOpinion({ kind }: Action): boolean {
  return kind === 'propose-reply' || goesOutAtOnce(kind)
}

function goesOutAtOnce(kind: Action['kind']): boolean {
  return (opinionSteps as readonly string[]).includes(kind)
}

/** Why an opinion may not go out by this person, or at once; null where it may. */
export function readingHindrance(
  { kind }: Action,
  { proposal }: CaseFile,
  { by, secondReader }: Reading,
): string | null {
  if (secondReader && goesOutAtOnce(kind)) return unread
  if (kind !== 'send-reply') return null
  const own = proposal !== null && (by === null || proposal.writer.id === by)
  return own ? '送审的人不能自己发出，请另一位工作人员审阅。' : null
}
