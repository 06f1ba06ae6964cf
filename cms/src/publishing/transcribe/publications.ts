import { documents, lists, records, single } from '@portal/content/schema/entries/collections'
import type { z } from 'zod'
import { campaignToContent } from './campaign.ts'
import { essayToContent } from './essay.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { guideToContent } from './guide.ts'
import { noticeToContent } from './notice.ts'
import { departmentToContent, regionToContent, topicToContent } from './place.ts'
import { receptionToContent } from './reception.ts'
import { regulationToContent } from './regulation.ts'
import { settingsToContent } from './settings.ts'
import { pageToContent } from './page.ts'
import { figuresToContent } from './public-figures.ts'
import { synonymToContent } from './synonym.ts'
import { videoToContent } from './video.ts'
import {
  contentType,
  isWorkflowType,
  type ContentTypeId,
  type WorkflowType,
} from '../../contracts/content-types.ts'

/** How one content type of the CMS becomes files of the snapshot. */
export type Publication = {
  uid: ContentTypeId
  /** Folder or file name in the snapshot. */
  kind: string
  form: 'document' | 'record' | 'list' | 'single'
  schema: z.ZodType
  populate: Record<string, unknown>
  toContent: (row: StoredFields) => unknown
}

const links = { topic: true, region: true, unit: true }
const nested = { divisions: { populate: { articles: true } } }
const gathered = {
  cover: true,
  essays: true,
  videos: true,
  guides: true,
  events: true,
  leaflets: { populate: { file: true } },
}
const media = { file: true, poster: true, captions: true, chapters: true }

/** Everything that the portal publishes. The private types (case and the rest) are not here. */
export const publications: Publication[] = [
  {
    uid: contentType.essay,
    kind: 'essays',
    form: 'document',
    schema: documents.essays,
    populate: { cover: true },
    toContent: essayToContent,
  },
  {
    uid: contentType.video,
    kind: 'videos',
    form: 'document',
    schema: documents.videos,
    populate: media,
    toContent: videoToContent,
  },
  {
    uid: contentType.notice,
    kind: 'notices',
    form: 'document',
    schema: documents.notices,
    populate: links,
    toContent: noticeToContent,
  },
  {
    uid: contentType.guide,
    kind: 'guides',
    form: 'document',
    schema: documents.guides,
    populate: {},
    toContent: guideToContent,
  },
  {
    uid: contentType.campaign,
    kind: 'campaigns',
    form: 'document',
    schema: documents.campaigns,
    populate: gathered,
    toContent: campaignToContent,
  },
  {
    uid: contentType.regulation,
    kind: 'regulations',
    form: 'record',
    schema: records.regulations,
    populate: nested,
    toContent: regulationToContent,
  },
  {
    uid: contentType.topic,
    kind: 'topics',
    form: 'list',
    schema: lists.topics,
    populate: {},
    toContent: topicToContent,
  },
  {
    uid: contentType.region,
    kind: 'regions',
    form: 'list',
    schema: lists.regions,
    populate: { parent: true },
    toContent: regionToContent,
  },
  {
    uid: contentType.department,
    kind: 'departments',
    form: 'list',
    schema: lists.departments,
    populate: {},
    toContent: departmentToContent,
  },
  {
    uid: contentType.reception,
    kind: 'reception',
    form: 'list',
    schema: lists.reception,
    populate: {},
    toContent: receptionToContent,
  },
  {
    uid: contentType.synonym,
    kind: 'synonyms',
    form: 'list',
    schema: lists.synonyms,
    populate: {},
    toContent: synonymToContent,
  },
  {
    uid: contentType.page,
    kind: 'pages',
    form: 'list',
    schema: lists.pages,
    populate: {},
    toContent: pageToContent,
  },
  {
    uid: contentType.publicFigures,
    kind: 'figures',
    form: 'list',
    schema: lists.figures,
    populate: {},
    toContent: figuresToContent,
  },
  {
    uid: contentType.settings,
    kind: 'settings',
    form: 'single',
    schema: single,
    populate: {},
    toContent: settingsToContent,
  },
]

/** The publication of a content type, if it is one. */
export function publicationOf(uid: string): Publication | undefined {
  return publications.find((publication) => publication.uid === uid)
}

/** Whether staff publish it by a button; lists and settings go live when they are saved. */
export function hasDrafts(
  publication: Publication,
): publication is Publication & { uid: WorkflowType } {
  return isWorkflowType(publication.uid)
}
