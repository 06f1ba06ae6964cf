import { z } from 'zod'
import { articleNumbers, publication } from './publication.ts'
import { picture } from './media.ts'

/** 主题征文 and articles of the office. The body is Markdown. */
export const essay = publication.extend({
  series: z.string().min(1).max(40),
  author: z.string().max(40).default(''),
  cover: picture.nullable().default(null),
  articles: articleNumbers,
})
