import { z } from 'zod'
import { category } from './category.ts'
import { slug } from './slug.ts'

/** What a citizen files (art. 19), after parsing: trimmed, normalised, within bounds. */
export const petition = z.object({
  name: z.string().min(1).max(60),
  phone: z.string().regex(/^(?:1[3-9]\d{9}|0\d{9,11})$/),
  address: z.string().min(4).max(200),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .nullable(),
  category,
  topic: slug,
  region: slug,
  title: z.string().min(4).max(60),
  request: z.string().min(4).max(1000),
  facts: z.string().min(10).max(8000),
})
export type Petition = z.infer<typeof petition>
