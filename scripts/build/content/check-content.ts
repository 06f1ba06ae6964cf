import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ContentError,
  readLibrary,
  type KnownFacts,
  type Library,
} from '@portal/content/entry/library'
import { faultOfCaptions } from '@portal/content/entry/webvtt'
import { mediaUses, type MediaUse } from '../../../site/src/library/media.ts'
import type { Media } from './media-digests.ts'

async function problemOf(media: Media, { path, role }: MediaUse) {
  if ((await media.digestOf(path)) === undefined) return `找不到文件 ${path}`
  if (role === 'file') return undefined
  return (await media.opens(path)) ? undefined : `图片 ${path} 打不开，请重新上传`
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
 * @param known documents that were checked before
 * @throws ContentError naming each entry and field at fault
 */
export async function checkContent(
  folder: string,
  known: KnownFacts,
  media: Media,
): Promise<{ library: Library; uses: MediaUse[] }> {
  const library = await readLibrary(folder, known)
  const uses = mediaUses(library)
  const checked = uses.map(async (use) => {
    const problem = await problemOf(media, use)
    return problem === undefined ? [] : [{ file: use.file, field: use.field, problem }]
  })
  const faults = [...(await Promise.all(checked)).flat(), ...(await captionFaults(folder, library))]
  if (faults.length > 0) throw new ContentError(faults)
  return { library, uses }
}
