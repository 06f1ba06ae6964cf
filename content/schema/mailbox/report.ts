import { z } from 'zod'

/** Characters that each part of an error report may have. */
export const reportLimits = { page: 300, text: 1000, contact: 100 } as const

const most = (limit: number) =>
  z.string().refine((value) => Array.from(value).length <= limit, `最多 ${limit} 个字`)

/** 找错: what a reader holds to be wrong on the site. */
export const report = z.object({
  /** The page's address or title as the reader gave it; empty where none was given. */
  page: most(reportLimits.page),
  text: most(reportLimits.text).min(1),
  /** How to reach the reader; empty where they do not wish to be. */
  contact: most(reportLimits.contact),
})
export type Report = z.infer<typeof report>
