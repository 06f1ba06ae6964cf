import type { z } from 'zod'
import { campaign } from './campaign.ts'
import { department } from './department.ts'
import { essay } from './essay.ts'
import { fixedPage } from './fixed-page.ts'
import { guide } from './guide.ts'
import { notice } from './notice.ts'
import { publicFigures } from './public-figures.ts'
import { reception } from './reception.ts'
import { region } from './region.ts'
import { regulation } from './regulation.ts'
import { settings } from './settings.ts'
import { synonym } from './synonym.ts'
import { topic } from './topic.ts'
import { video } from './video.ts'

/** `<kind>/<slug>.md`: YAML front matter checked by the schema, then Markdown. */
export const documents = {
  essays: essay,
  videos: video,
  notices: notice,
  guides: guide,
  campaigns: campaign,
}

/** `<kind>/<slug>.json`. */
export const records = { regulations: regulation }

/** `<kind>.json`: a list in one file. */
export const lists = {
  topics: topic,
  regions: region,
  departments: department,
  reception,
  synonyms: synonym,
  pages: fixedPage,
  figures: publicFigures,
}

/** `settings.json`. */
export const single = settings

export type DocumentKind = keyof typeof documents

/** A document as it travels: address, checked facts, Markdown body. */
export type Document<K extends DocumentKind = DocumentKind> = {
  slug: string
  data: z.infer<(typeof documents)[K]>
  body: string
  /** Of the file that it was read from: what has the same is the same entry. */
  digest?: string
}
