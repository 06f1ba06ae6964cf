import { z } from 'zod'
import { slug } from './slug.ts'

/** 问题领域. */
export const topic = z.object({
  slug,
  name: z.string().min(1).max(20),
  /** `false`: no longer offered (停用); where it stands, it stays. */
  active: z.boolean().optional(),
  hint: z.string().max(120).default(''),
  order: z.int().min(0),
})
export type Topic = z.infer<typeof topic>
