import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { layout, programFolders } from '../environment.ts'
import { findTool, takeFrame } from './ffmpeg.ts'
import { posterMoment, secondsOfFilm } from './film.ts'
import { beforeDocuments } from '../strapi/document-calls.ts'
import { contentType } from '../contracts/content-types.ts'

type FileReference = number | { id: number } | null | undefined
type VideoData = {
  title?: string
  file?: FileReference
  poster?: FileReference
  durationSeconds?: number | null
}

async function makePoster(strapi: Core.Strapi, film: string, seconds: number, title: string) {
  const ffmpeg = await findTool('ffmpeg', programFolders)
  if (!ffmpeg) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'poster-'))
  try {
    const filepath = join(folder, 'poster.jpg')
    if (!(await takeFrame(ffmpeg, film, filepath, posterMoment(seconds)))) return undefined
    const { size } = await stat(filepath)
    const [file] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name: `封面 ${title}`, alternativeText: title } },
        files: { filepath, originalFilename: 'poster.jpg', mimetype: 'image/jpeg', size },
      })
    return file.id as number
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(strapi: Core.Strapi, data: VideoData): Promise<void> {
  const id = typeof data.file === 'object' ? data.file?.id : data.file
  if (!id) return
  const file = await strapi.db.query('plugin::upload.file').findOne({ where: { id } })
  if (file?.mime !== 'video/mp4') return
  const film = join(layout.cmsPublic, 'uploads', basename(file.url))
  const seconds = await secondsOfFilm(film)
  if (seconds === undefined) return
  data.durationSeconds = Math.max(0.1, Math.round(seconds * 10) / 10)
  if (data.poster) return
  const poster = await makePoster(strapi, film, seconds, data.title ?? '')
  if (poster !== undefined) data.poster = poster
}

/**
 * Fills in, whenever a video is saved, what its film says: how long it is, and a picture for the list
 * where staff chose none and ffmpeg is installed. What the film does not say is left to staff.
 */
export function fillFilms(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    const saves = action === 'create' || action === 'update'
    if (uid === contentType.video && saves && params.data) await fill(strapi, params.data)
    return next()
  })
}
