import type { Document } from '@portal/content/schema/entries/collections'
import {
  deskPicture,
  linkedSlug,
  mediaPath,
  pictureOf,
  splitList,
  textOf,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { publicationToContent, publicationToDesk } from './publication.ts'
import { contentType } from '../../contracts/content-types.ts'

const slugs = (relations: unknown) => ((relations as StoredFields[] | null) ?? []).map(linkedSlug)
const rows = (components: unknown) => (components as StoredFields[] | null) ?? []

/** A campaign's facts from the CMS, for the schema to check. */
export function campaignToContent(row: StoredFields) {
  return {
    ...publicationToContent(row),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    cover: pictureOf(row.cover),
    essays: slugs(row.essays),
    videos: slugs(row.videos),
    guides: slugs(row.guides),
    leaflets: rows(row.leaflets).map(({ title, file }) => ({ title, file: mediaPath(file) })),
    events: rows(row.events).map(({ on, time, title, place }) => ({
      on,
      time: textOf(time),
      title,
      place,
    })),
    articles: splitList(row.articles).map(Number),
  }
}

/** A bundled campaign, for the CMS. */
export function campaignToDesk({ slug, data, body }: Document<'campaigns'>): DeskEntry {
  const { startsOn, endsOn, cover, essays, videos, guides, leaflets, events, articles } = data
  return {
    fields: {
      ...publicationToDesk(slug, data, body),
      startsOn,
      endsOn,
      events,
      articles: articles.join('，'),
    },
    files: deskPicture(cover),
    links: {
      essays: essays.map((essay) => ({ uid: contentType.essay, slug: essay })),
      videos: videos.map((video) => ({ uid: contentType.video, slug: video })),
      guides: guides.map((guide) => ({ uid: contentType.guide, slug: guide })),
    },
    parts: {
      leaflets: leaflets.map(({ title, file }) => ({
        fields: { title },
        files: { file: { path: file, alt: title } },
      })),
    },
  }
}
