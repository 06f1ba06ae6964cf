import { z } from 'zod'
import { smallestCell } from '../../figures/hide-small.ts'
import { day } from '../time.ts'

/** A count that is no small cell; null where it is hidden. */
const cell = z.int().min(smallestCell).nullable()
const name = z.string().min(1).max(80)
const rows = z.array(z.strictObject({ name, count: cell })).max(100)

/** A share in whole percent, a bound of it, or nothing. */
export const publicShare = z.union([
  z.strictObject({ percent: z.int().min(0).max(100).nullable() }),
  z.strictObject({ over: z.int() }),
  z.strictObject({ under: z.int() }),
])

/**
 * What the bureau has published of a month: a record of its own, made of counts only, in which small cells are hidden
 * and cannot be worked out. Without a total nothing is told apart.
 */
export const publicFigures = z
  .strictObject({
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
    releasedOn: day,
    received: cell,
    tables: z.array(z.strictObject({ id: z.string(), title: name, rows })).max(10),
    done: z.array(z.strictObject({ name, count: cell })).max(40),
    indicators: z.array(z.strictObject({ name, formula: z.string().max(200), share: publicShare })),
  })
  .refine(({ received, tables }) => received !== null || tables.length === 0, {
    message: '没有公布总数的月份不分项公布',
  })
export type PublicFigures = z.infer<typeof publicFigures>
