import { z } from 'zod'

const reason = z.string().trim().max(500)
const at = z.iso.datetime({ offset: true })
const digests = z.array(z.string().max(80)).max(500)
const note = z.string().trim().max(300)

/** When the draft that was on the page was saved: a step is taken about the text that was read. Without it none is. */
const seen = z.object({ seen: z.iso.datetime({ offset: true }).optional() })

const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal(['submit', 'publish', 'unschedule', 'keep', 'discard']),
  }),
  z.object({ kind: z.literal('approve'), looked: digests.default([]) }),
  z.object({ kind: z.literal(['return', 'ask']), reason }),
  z.object({ kind: z.literal('override'), reason, digests }),
  z.object({ kind: z.literal('schedule'), at }),
  z.object({ kind: z.literal('withdraw'), reason, note }),
  z.object({ kind: z.literal('expire'), at, reason, note }),
  z.object({
    kind: z.literal('restore'),
    edition: z.int().min(1),
    submit: z.boolean().default(false),
  }),
])

/**
 * The body of `POST /desk/editions/:uid/:documentId/steps`: `digests` are the hits to let pass, `looked` the doubts
 * and files that this person has looked at, `submit` sends a restored text on.
 */
export const stepRequest = z.intersection(step, seen)
export type StepRequest = z.infer<typeof stepRequest>

const version = z.union([z.literal('draft'), z.coerce.number().int().min(1)])

/** The query of `GET /desk/editions/:uid/:documentId/comparison`. */
export const comparisonRequest = z.object({ from: version, to: version })
