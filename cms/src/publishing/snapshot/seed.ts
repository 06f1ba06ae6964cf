import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readLibrary } from '@portal/content/entry/library'
import type { Focus } from '@portal/content/schema/entries/media'
import type { Core } from '@strapi/strapi'
import { campaignToDesk } from '../transcribe/campaign.ts'
import { filesIn } from '../../writing/markdown/pictures.ts'
import { essayToDesk } from '../transcribe/essay.ts'
import type { DeskEntry, DeskFile, StoredFields } from '../../strapi/stored-fields.ts'
import { guideToDesk } from '../transcribe/guide.ts'
import { noticeToDesk } from '../transcribe/notice.ts'
import { departmentToDesk, regionToDesk, topicToDesk } from '../transcribe/place.ts'
import { receptionToDesk } from '../transcribe/reception.ts'
import { regulationToDesk } from '../transcribe/regulation.ts'
import { settingsToDesk } from '../transcribe/settings.ts'
import { pagesToDesk } from '../transcribe/page.ts'
import { figuresToDesk } from '../transcribe/public-figures.ts'
import { synonymToDesk } from '../transcribe/synonym.ts'
import { videoToDesk } from '../transcribe/video.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { contentType, type ContentTypeId } from '../../contracts/content-types.ts'

/** So many entries are written with one commit. */
const batch = 100

const mimeTypes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
}

async function upload(
  strapi: Core.Strapi,
  path: string,
  alt: string,
  focus?: Focus,
): Promise<{ id: number; url: string }> {
  const focalPoint = focus && { x: focus.x * 100, y: focus.y * 100 }
  const { size } = await stat(path)
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: basename(path), alternativeText: alt, focalPoint } },
      files: {
        filepath: path,
        originalFilename: basename(path),
        mimetype: mimeTypes[extname(path)],
        size,
      },
    })
    .catch((cause: Error) => {
      throw new Error(`初始内容里的 ${basename(path)} 放不进媒体库：${cause.message}`, { cause })
    })
  return file
}

/**
 * Fills an empty database from a content folder, published as it stands. A seeding that was cut off
 * is taken up where it stopped.
 * @returns how many entries were made; 0 where there was content already
 * @throws ContentError where the folder is not in order
 */
export async function seed(
  strapi: Core.Strapi,
  contentDir: string,
  progress: (done: number, total: number) => void,
): Promise<number> {
  const existing = await documentsOf(strapi, 'api::settings.settings').findFirst()
  if (existing) return 0
  const library = await readLibrary(contentDir)
  const documentIds = new Map<string, string>()
  const key = ({ uid, slug }: { uid: ContentTypeId; slug: string }) => `${uid} ${slug}`

  const uploads = new Map<string, ReturnType<typeof upload>>()
  /** A leaflet that two campaigns hand out is one file of the media library. */
  const uploadOnce = (path: string, alt: string, focus?: Focus) => {
    const key = JSON.stringify([path, alt, focus])
    const known = uploads.get(key) ?? upload(strapi, join(contentDir, path), alt, focus)
    uploads.set(key, known)
    return known
  }
  const uploaded = async (files: Record<string, DeskFile>): Promise<StoredFields> => {
    const ids: StoredFields = {}
    for (const [field, { path, alt, focus }] of Object.entries(files)) {
      ids[field] = (await uploadOnce(path, alt, focus)).id
    }
    return ids
  }
  /** Uploads get names of their own; a text goes on showing them under these. */
  const withPictures = async (text: string): Promise<string> => {
    let written = text
    for (const name of filesIn(text)) {
      const { url } = await uploadOnce(join('media', name), '')
      written = written.replaceAll(`media/${name}`, `media/${basename(url)}`)
    }
    return written
  }
  /** What a seeding that was cut off has made. */
  const madeBefore = async (uid: ContentTypeId, { fields }: DeskEntry) => {
    // What has no slug is nobody's link and is known by all that it says.
    const filters = fields.slug ? { slug: fields.slug } : fields
    return (await documentsOf(strapi, uid).findFirst({ filters }))?.documentId
  }
  const create = async (uid: ContentTypeId, entry: DeskEntry, published: boolean) => {
    const data: StoredFields = { ...entry.fields, ...(await uploaded(entry.files)) }
    if (typeof data.body === 'string') data.body = await withPictures(data.body)
    for (const [field, link] of Object.entries(entry.links)) {
      data[field] = Array.isArray(link)
        ? link.flatMap((one) => documentIds.get(key(one)) ?? [])
        : documentIds.get(key(link))
    }
    for (const [field, parts] of Object.entries(entry.parts ?? {})) {
      const rows: StoredFields[] = []
      for (const part of parts) rows.push({ ...part.fields, ...(await uploaded(part.files)) })
      data[field] = rows
    }
    const status = published ? { status: 'published' as const } : {}
    return (await documentsOf(strapi, uid).create({ data, ...status })).documentId
  }
  const kinds: [ContentTypeId, DeskEntry[], boolean][] = [
    ['api::topic.topic', library.topics.map(topicToDesk), false],
    ['api::region.region', library.regions.map(regionToDesk), false],
    ['api::department.department', library.departments.map(departmentToDesk), false],
    ['api::reception.reception', library.reception.map(receptionToDesk), false],
    ['api::synonym.synonym', library.synonyms.map(synonymToDesk), false],
    ['api::page.page', pagesToDesk(library.pages), false],
    ['api::regulation.regulation', library.regulations.map(regulationToDesk), true],
    ['api::essay.essay', library.essays.map(essayToDesk), true],
    ['api::video.video', library.videos.map(videoToDesk), true],
    ['api::guide.guide', library.guides.map(guideToDesk), true],
    ['api::notice.notice', library.notices.map(noticeToDesk), true],
    ['api::campaign.campaign', library.campaigns.map(campaignToDesk), true],
  ]
  const total = kinds.reduce((sum, [, entries]) => sum + entries.length, 1)
  let done = 0
  for (const [uid, entries, published] of kinds) {
    const isBegun = (await documentsOf(strapi, uid).count()) > 0
    for (let next = 0; next < entries.length; next += batch) {
      // One commit for many: the disk is waited for once.
      await strapi.db.transaction(async () => {
        for (const entry of entries.slice(next, next + batch)) {
          const made = isBegun ? await madeBefore(uid, entry) : undefined
          const documentId = made ?? (await create(uid, entry, published))
          const { slug } = entry.fields
          if (typeof slug === 'string') documentIds.set(key({ uid, slug }), documentId)
        }
      })
      done += Math.min(batch, entries.length - next)
      progress(done, total)
    }
  }
  const figures = documentsOf(strapi, contentType.publicFigures)
  for (const data of library.figures.map(figuresToDesk)) {
    const made = await figures.findFirst({ filters: { month: data.month } })
    if (!made) await writeRecords(() => figures.create({ data }))
  }
  // Last, since its presence says that the seeding was finished.
  await documentsOf(strapi, 'api::settings.settings').create({
    data: settingsToDesk(library.settings),
  })
  progress(total, total)
  return total
}
