import { z } from 'zod'
import { status } from '@portal/content/schema/status'
import type { ClockOwner, Status } from '@portal/content/schema/status'

const clock = status.shape.clocks.element.omit({ whose: true })

/**
 * A status as an office seals it that was not brought up to date yet. It takes no supplement,
 * withdrawal or appeal from here, so none is offered.
 */
export const olderStatus = status
  .omit({ may: true, opinions: true })
  .extend({ version: z.literal(1), clocks: z.array(clock), mayEvaluate: z.boolean() })
  .transform(({ mayEvaluate, clocks, ...rest }): Status => ({
    ...rest,
    version: 2,
    clocks: clocks.map((clock) => ({ ...clock, whose: ownerOf(clock) })),
    opinions: [],
    may: { evaluate: mayEvaluate, supplement: false, withdraw: false, appeal: null },
  }))

/** Such an office counts four periods only; the petitioner's own is named as a right. */
function ownerOf({ name, article }: { name: string; article: number }): ClockOwner {
  if (name.startsWith('可以')) return 'petitioner'
  return article === 22 ? 'bureau' : 'unit'
}
