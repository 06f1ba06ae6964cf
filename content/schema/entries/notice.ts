import { z } from 'zod'
import { articleNumbers, publication } from './publication.ts'
import { category } from '../petition/category.ts'
import { outcome } from '../petition/outcome.ts'
import { slug } from './slug.ts'
import { day } from '../time.ts'

/**
 * 办理结果公示: the anonymised public result. It is written for publication and is never
 * derived from a case. The body is the reply (Markdown).
 */
export const notice = publication.extend({
  category,
  topic: slug,
  region: slug,
  unit: slug,
  outcome,
  receivedOn: day,
  repliedOn: day,
  /** 诉求: what was asked, told without anything that could name the petitioner. */
  request: z.string().min(1).max(600),
  /** 依据: laws, rules and policies, one a line. */
  basis: z.array(z.string().min(1)).default([]),
  articles: articleNumbers,
})
