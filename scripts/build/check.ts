import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentError, readLibrary, type Library } from '@portal/content/entry/library'
import { faultOfCaptions } from '@portal/content/entry/webvtt'
import sharp from 'sharp'
import { mediaUses } from '../../site/src/library/media.ts'
import { exists } from '../exists.ts'

async function problemOf(file: string, path: string, role: 'picture' | 'file') {
  if (!(await exists(file))) return `找不到文件 ${path}`
  if (role === 'file') return undefined
  const read = await sharp(file)
    .metadata()
    .catch(() => undefined)
  return read ? undefined : `图片 ${path} 打不开，请重新上传`
}

async function captionFaults(folder: string, { videos }: Library) {
  const checked = videos.map(async ({ slug, data }) => {
    const text = await readFile(join(folder, data.captions), 'utf8').catch(() => undefined)
    // One that is gone is told with the other files.
    const problem = text === undefined ? undefined : faultOfCaptions(text, data.durationSeconds)
    return problem === undefined ? [] : [{ file: `videos/${slug}.md`, field: 'captions', problem }]
  })
  return (await Promise.all(checked)).flat()
}

/**
 * Reads the content folder and sees that every file it names is there, every picture one, captions those
 * of their film.
 * @throws ContentError naming each entry and field at fault
 */
export async function checkContent(folder: string): Promise<Library> {
  const library = await readLibrary(folder)
  const checked = mediaUses(library).map(async ({ file, field, path, role }) => {
    const problem = await problemOf(join(folder, path), path, role)
    return problem === undefined ? [] : [{ file, field, problem }]
  })
  const faults = [...(await Promise.all(checked)).flat(), ...(await captionFaults(folder, library))]
  if (faults.length > 0) throw new ContentError(faults)
  return library
}
