import { z } from 'zod'
import { pagePath } from '../entries/address.ts'
import { instant } from '../time.ts'

/** `withdrawn.json`: a page that was taken down and says so at its old address. */
export const withdrawn = z.object({
  path: pagePath,
  title: z.string().min(1).max(120),
  at: instant,
  /** What the public is told of why; '' where nothing is said. */
  note: z.string().max(300).default(''),
})
export type Withdrawn = z.infer<typeof withdrawn>
