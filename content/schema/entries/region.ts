import { z } from 'zod'
import { slug } from './slug.ts'

/** The four tiers of 问题属地, from the widest down: 区, 乡镇街道, 村（社区）, 网格. */
const tier = z.enum(['district', 'township', 'community', 'grid'])

/** 问题属地: a place, and the place that contains it. */
export const region = z.object({
  slug,
  name: z.string().min(1).max(60),
  tier,
  parent: slug.nullable(),
  /** `false`: no longer offered (停用); where it stands, it stays. */
  active: z.boolean().optional(),
  order: z.int().min(0),
})
export type Region = z.infer<typeof region>

/** The words shown for each tier. */
export const tiers: Record<Region['tier'], string> = {
  district: '区',
  township: '乡镇街道',
  community: '村（社区）',
  grid: '网格',
}
