import { createHash } from 'node:crypto'
import { shanghaiDay } from '@portal/content/calendar/day'
import type { Library } from '@portal/content/entry/library'
import type { Document } from '@portal/content/schema/entries/collections'
import { fixedPageRecords } from './fixed-pages.ts'
import { asIndexed, type IndexedPage } from './index/shards.ts'
import type { SearchRecord } from './record.ts'
import {
  campaignRecord,
  essayRecord,
  guideRecord,
  noticeRecord,
  regulationRecord,
  videoRecord,
} from './records.ts'

type Captions = (path: string) => Promise<string>

const digestOf = (...from: unknown[]) =>
  createHash('sha256').update(JSON.stringify(from)).digest('hex')

/** A document as a page to index; `beside` is what its record is made of beside its file. */
function indexed<D extends Document>(
  document: D,
  record: () => SearchRecord | Promise<SearchRecord>,
  beside: unknown = null,
): IndexedPage {
  const { title, publishedAt } = document.data
  const digest = digestOf(document.slug, document.digest ?? document, beside)
  return { title, date: shanghaiDay(publishedAt), digest, record }
}

function indexedNotices(library: Library): IndexedPage[] {
  const { topics, regions, departments } = library
  const [topicOf, regionOf, unitOf] = [topics, regions, departments].map(
    (list) => new Map(list.map((each) => [each.slug, each])),
  )
  return library.notices.map((notice) => {
    const { topic, region, unit } = notice.data
    const named = [topicOf?.get(topic)?.name, regionOf?.get(region)?.name, unitOf?.get(unit)]
    return { ...indexed(notice, () => noticeRecord(notice, library), named), ages: true }
  })
}

/**
 * One page to index for everything that is published. `captions` reads the text of a captions file by
 * its media path.
 */
export async function indexedPages(library: Library, captions: Captions): Promise<IndexedPage[]> {
  const films = library.videos.map(async (video) => {
    const text = await captions(video.data.captions)
    return indexed(video, () => videoRecord(video, text), text)
  })
  const { regulations, guides, essays, campaigns } = library
  return [
    ...asIndexed(regulations.map(regulationRecord)),
    ...indexedNotices(library),
    ...guides.map((guide) => indexed(guide, () => guideRecord(guide))),
    ...essays.map((essay) => indexed(essay, () => essayRecord(essay))),
    ...(await Promise.all(films)),
    ...campaigns.map((campaign) => indexed(campaign, () => campaignRecord(campaign))),
    ...asIndexed(fixedPageRecords(library)),
  ]
}
