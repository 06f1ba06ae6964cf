import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lettersOf } from '@portal/content/characters/letters'
import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { environment } from '../environment.ts'
import { runChild } from '../writing/run-child.ts'
import type { Result } from './clean.ts'
import type { Left } from './clean-result.ts'
import { addressOf, faultOfName, inertName } from './file-name.ts'

type Incoming = { filepath: string; originalFilename: string | null }
type FileInfo = { name?: string | null }
type Data = { fileInfo?: FileInfo | FileInfo[] }
type Stored = { id: number }
type UploadService = {
  upload(given: { data: Data; files: Incoming | Incoming[] }, options?: object): Promise<Stored[]>
  replace(id: number, given: { data: Data; file: Incoming }, options?: object): Promise<Stored>
  updateFileInfo(id: number, info: FileInfo, options?: object): Promise<unknown>
  findOne(id: number): Promise<{ ext?: string } | null>
}
type Services = { extend<T>(uid: string, change: (service: T) => T): void }

const script = join(environment.root, 'cms', 'src', 'media', 'clean-worker.ts')
const unread =
  '这个文件读不出来，或者读它花的时间太长，没有上传：请检查文件能不能打开，重新导出再上传'
const noAddress = '不能从网址上传：请先把文件下载到电脑上，再选择它上传。'

function refuseName(name: string): void {
  const fault = faultOfName(name)
  if (fault) throw new errors.ApplicationError(`${fault}。`)
}

async function cleanOne(file: Incoming, folder: string, ext: string) {
  const given = file.originalFilename ?? ''
  refuseName(given)
  const line = await runChild(script, [file.filepath, folder, ext])
  const result = line === undefined ? undefined : (JSON.parse(line) as Result)
  if (!result?.ok) throw new errors.ApplicationError(`没有上传。${result?.error ?? unread}。`)
  const { size } = await stat(result.path)
  return {
    filepath: result.path,
    originalFilename: inertName(given, result.ext),
    mimetype: result.mime,
    detectedMimeType: result.mime,
    size,
    ext: result.ext,
    left: result.left,
  }
}

/** Keeps with a file what of it did not come in, for the page on which it is used. */
async function noteLeft(strapi: Core.Strapi, file: Stored, { left }: Left): Promise<void> {
  const data = { provider_metadata: left.length > 0 ? { left } : null }
  await strapi.db.query('plugin::upload.file').update({ where: { id: file.id }, data })
  Object.assign(file, data)
}

function named(info: FileInfo | undefined, ext: string): FileInfo {
  if (!info?.name) return info ?? {}
  refuseName(info.name)
  return { ...info, name: inertName(info.name, ext) }
}

const listed = <T>(one: T | T[] | undefined): T[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one]

/** Gives the files, cleaned, to `use`, and removes them afterwards: Strapi keeps copies. */
async function withClean<T>(
  files: Incoming[],
  ext: string,
  use: (cleaned: Awaited<ReturnType<typeof cleanOne>>[]) => Promise<T>,
): Promise<T> {
  const folders: string[] = []
  try {
    const cleaned = []
    for (const file of files) {
      const folder = await mkdtemp(join(tmpdir(), 'media-'))
      folders.push(folder)
      cleaned.push(await cleanOne(file, folder, ext))
    }
    return await use(cleaned)
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Lets nothing into the media library but files made anew by `cleanFile`, whichever way they come: the
 * library itself, a replacement, a cropped picture, a Word document, the first content. Strapi makes its
 * smaller sizes from the cleaned file. Files of other hosts are never fetched.
 */
export function guardUploads(strapi: Core.Strapi): void {
  const services = strapi.get('services') as Services
  services.extend<UploadService>('plugin::upload.upload', (service) => ({
    ...service,
    upload({ data, files }, options) {
      const infos = listed(data.fileInfo)
      return withClean(listed(files), '', async (cleaned) => {
        const fileInfo = cleaned.map(({ ext }, place) => named(infos[place], ext))
        const stored = await service.upload(
          { data: { ...data, fileInfo }, files: cleaned },
          options,
        )
        for (const [place, file] of stored.entries()) {
          await noteLeft(strapi, file, cleaned[place] ?? { left: [] })
        }
        return stored
      })
    },
    async replace(id, { data, file }, options) {
      const { ext = '' } = (await service.findOne(id)) ?? {}
      return withClean([file], ext, async ([cleaned]) => {
        if (!cleaned) throw new Error('no file was cleaned')
        const fileInfo = named(listed(data.fileInfo)[0], cleaned.ext)
        const stored = await service.replace(
          id,
          { data: { ...data, fileInfo }, file: cleaned },
          options,
        )
        await noteLeft(strapi, stored, cleaned)
        return stored
      })
    },
    async updateFileInfo(id, info, options) {
      if (info.name) refuseName(info.name)
      return service.updateFileInfo(id, info, options)
    },
  }))
  services.extend<object>('plugin::upload.image-manipulation', (service) => ({
    ...service,
    generateFileName: (name: string) => `${addressOf(name)}-${lettersOf(randomBytes(10))}`,
  }))
  services.extend<object>('plugin::upload.file', (service) => ({
    ...service,
    fetchUrlToInputFile: () => Promise.reject(new errors.ApplicationError(noAddress)),
  }))
}
