import { z } from 'zod'
import { phrasings } from './phrasings.ts'
import { slug } from './slug.ts'
import { day } from '../time.ts'

/** 目: `1.` `（1）` inside an item. */
const subitem = z.object({ label: z.string().min(1), text: z.string() })

/** 项: `（一）` inside a paragraph. */
const item = z.object({
  label: z.string().min(1),
  text: z.string(),
  subitems: z.array(subitem).default([]),
})

/** 款: a paragraph of an article, with the items it introduces. */
const paragraph = z.object({ text: z.string(), items: z.array(item).default([]) })

/**
 * 条. `number` and `insertion` order the articles: 第一百二十条之一 is number 120, insertion 1.
 * `paragraphs` is the official text and is empty until the office has imported it; `guide`
 * is the plain-language explanation in the office's own words (Markdown).
 */
const article = z.object({
  number: z.int().min(1),
  insertion: z.int().min(0).default(0),
  label: z.string().min(1),
  paragraphs: z.array(paragraph).default([]),
  guide: z.string().default(''),
  phrasings,
})

/** How high a heading stands: 编, 分编, 章, 节; `body` holds articles that stand under no heading. */
const divisionLevel = z.enum(['part', 'subpart', 'chapter', 'section', 'body'])

/**
 * A heading and the articles directly below it, in the order of the text. `level` is how high it
 * stands whatever it is called: 一、 may stand as high as a chapter, 附则 as high as a part.
 * `paragraphs` is text that stands under the heading without being an article, such as 序言.
 */
const division = z.object({
  level: divisionLevel,
  label: z.string(),
  title: z.string(),
  paragraphs: z.array(paragraph).default([]),
  articles: z.array(article).default([]),
})

const regulationStatus = z.enum(['in-force', 'not-yet', 'amended', 'repealed'])

/** A regulation, law or interpretation: issuing facts, then its divisions in order. */
export const regulation = z.object({
  slug,
  title: z.string().min(2).max(200),
  status: regulationStatus.default('in-force'),
  issuer: z.string().default(''),
  documentNumber: z.string().default(''),
  issuedOn: day.nullable().default(null),
  effectiveOn: day.nullable().default(null),
  /** The lines under the title, as printed: who adopted it, who amended it, when. */
  issuingFacts: z.array(z.string()).default([]),
  /** Text before the first heading or article. */
  preamble: z.array(paragraph).default([]),
  divisions: z.array(division).default([]),
  /** Text after the last article: signatures, appendices. */
  appendix: z.array(z.string()).default([]),
  summary: z.string().default(''),
  demonstration: z.boolean().default(false),
})

export type Regulation = z.infer<typeof regulation>
export type Division = z.infer<typeof division>
export type Article = z.infer<typeof article>
export type Paragraph = z.infer<typeof paragraph>

/** The words shown for each status. */
export const regulationStatuses: Record<Regulation['status'], string> = {
  'in-force': '现行有效',
  'not-yet': '尚未施行',
  amended: '已修改',
  repealed: '已废止',
}

/** The words shown for each level of heading. */
export const divisionLevels: Record<Division['level'], string> = {
  part: '编',
  subpart: '分编',
  chapter: '章',
  section: '节',
  body: '无标题',
}
