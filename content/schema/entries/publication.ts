import { z } from 'zod'
import { phrasings } from './phrasings.ts'
import { instant } from '../time.ts'

/**
 * What every dated entry says of itself. `source` is the ContentSource tag that government
 * sites must carry; `demonstration` marks what only shows how the portal works.
 */
export const publication = z.object({
  title: z.string().min(2).max(120),
  summary: z.string().min(1).max(300),
  source: z.string().min(1).max(60),
  publishedAt: instant,
  keywords: z.array(z.string().min(1).max(20)).max(12).default([]),
  phrasings,
  demonstration: z.boolean().default(false),
})

/** Numbers of the articles of the Petition Work Regulations that an entry speaks of. */
export const articleNumbers = z.array(z.int().min(1).max(50)).default([])
