import { z } from 'zod'
import { category } from './category.ts'
import { slug } from './slug.ts'

/** A text of so many characters as a reader counts them: an emoji is one, not two. */
const text = (least: number, most: number) =>
  z.string().refine((value) => {
    const { length } = Array.from(value)
    return length >= least && length <= most
  }, `须有 ${least} 到 ${most} 个字`)

/** What a citizen files (art. 19), after parsing: trimmed, normalised, within bounds. */
export const petition = z.object({
  name: text(1, 60),
  phone: z.string().regex(/^(?:1[3-9]\d{9}|0\d{9,11})$/),
  address: text(4, 200),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .nullable(),
  category,
  topic: slug,
  region: slug,
  title: text(4, 60),
  request: text(4, 1000),
  facts: text(10, 8000),
})
export type Petition = z.infer<typeof petition>
