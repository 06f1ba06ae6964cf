import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { headLength } from '@portal/content/files/kind'
import { cleanCaptions } from './captions.ts'
import type { Cleaned, Left, Refusal } from './clean-result.ts'
import { cleanFilm } from './film.ts'
import { kindOf, stored, refusalOfOther, type Kind } from './file-kind.ts'
import { largestDocument } from './limits.ts'
import { cleanPdf } from './pdf/clean.ts'
import { cleanPicture, type PictureKind } from './picture.ts'

export type Result = Cleaned | ({ ok: false } & Refusal)

const pictures = new Set<string>(['jpeg', 'png', 'webp', 'avif'])
const isPicture = (kind: Kind): kind is PictureKind => pictures.has(kind)

const large = '文件超过 30 MB：图片请先缩小，PDF 请导出为较小的文件，再上传'
const otherKind = '替换的文件要和原来的文件同类：图片换图片，视频换视频。请另传为新文件'

/** The kind of a file by its stored extension. */
export function kindOfName(ext: string): Kind | undefined {
  const kinds = Object.keys(stored) as (keyof typeof stored)[]
  return kinds.find((kind) => stored[kind].ext === ext.toLowerCase().replace('.jpeg', '.jpg'))
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(headLength)
    const { bytesRead } = await handle.read(head, 0, headLength, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * Makes of an upload a file that may be stored and published: a kind that the site shows, by its bytes,
 * with nothing in it that tells of place, author or device.
 * @param folder where the new file is put; the upload itself is left as it is
 * @param instead the kind of the file that it takes the place of
 */
export async function cleanFile(
  file: string,
  folder: string,
  { instead }: { instead?: Kind | undefined } = {},
): Promise<Result> {
  const head = await readHead(file)
  const kind = await kindOf(head)
  if (!kind) return { ok: false, error: await refusalOfOther(head) }
  const made = kind === 'subrip' ? 'webvtt' : kind
  const written = instead && isPicture(instead) && isPicture(made) ? instead : made
  if (instead && instead !== written) return { ok: false, error: otherKind }
  if (made !== 'mp4' && (await stat(file)).size > largestDocument)
    return { ok: false, error: large }
  const { ext, mime } = stored[written]
  const path = join(folder, `clean${ext}`)
  const clean = (): Promise<undefined | Left | Refusal> => {
    if (isPicture(written)) return cleanPicture(file, path, written)
    if (kind === 'mp4') return cleanFilm(file, path)
    if (kind === 'pdf') return cleanPdf(file, path)
    return cleanCaptions(file, path, kind === 'subrip' ? 'subrip' : 'webvtt')
  }
  const outcome = await clean()
  if (outcome && 'error' in outcome) return { ok: false, ...outcome }
  return { ok: true, path, ext, mime, left: outcome?.left ?? [] }
}
