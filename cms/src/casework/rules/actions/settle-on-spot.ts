import type { BodyOf } from '../../events/event.ts'
import type { CaseFile } from '../case/case-file.ts'

/** What is to be recorded, or why it cannot be, in words for staff. */
type Settling = { ok: true; body: BodyOf<'settled-on-the-spot'> } | { ok: false; reason: string }

/**
 * Ends a matter that a grid round has settled where it found it (网格走访排查). Only such a round does, before
 * any unit has the case. An accusation goes to whom it belongs, whatever was said on the spot (art. 30). No written
 * opinion was given, so there is none to have reviewed (art. 35); the petitioner evaluates it (art. 21), and the
 * bureau may take it up again.
 * @param done what was done, which the petitioner is told
 */
export function settleOnSpot(
  { channel, category, state }: Pick<CaseFile, 'channel' | 'category' | 'state'>,
  done: string,
): Settling {
  const refuse = (reason: string): Settling => ({ ok: false, reason })
  if (channel !== 'grid') return refuse('只有网格走访排查的事项可以登记为当场解决。')
  if (category === 'accusation') {
    return refuse('检举控告要转送有权处理的机关，不能登记为当场解决（条例第三十条）。')
  }
  if (state !== 'received' && state !== 'registered') {
    return refuse('办件已经转送或者办结，不能再登记为当场解决。')
  }
  const text = done.trim()
  if (text === '') return refuse('请写明当场怎样解决的，信访人会看到。')
  return {
    ok: true,
    body: { kind: 'settled-on-the-spot', told: `走访时已当场解决，事项办结。${text}`, text },
  }
}
