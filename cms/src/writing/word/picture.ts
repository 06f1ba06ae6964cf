import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** A picture of a document, made anew and put into a folder. */
export type SavedPicture = { address: string; path: string; mime: string }

const read = new Set(['jpeg', 'png', 'webp', 'gif'])
const largestPixels = 50_000_000
const longestEdge = 2400

/**
 * Makes a picture anew as JPEG or PNG: nothing of its metadata is kept, and whatever the bytes
 * were, the result is a picture.
 * @returns undefined where it is no picture that browsers show (EMF, WMF, TIFF, a damaged file)
 */
export async function savePicture(
  bytes: Buffer,
  folder: string,
  number: number,
): Promise<SavedPicture | undefined> {
  const made = await remake(bytes).catch(() => undefined)
  if (!made) return undefined
  const { encoded, isPhotograph } = made
  const name = `word-picture-${number}.${isPhotograph ? 'jpg' : 'png'}`
  const path = join(folder, name)
  await writeFile(path, encoded)
  return { address: `media/${name}`, path, mime: isPhotograph ? 'image/jpeg' : 'image/png' }
}

async function remake(bytes: Buffer) {
  const image = sharp(bytes, { limitInputPixels: largestPixels, failOn: 'error' })
  const { format, hasAlpha } = await image.metadata()
  if (!format || !read.has(format)) return undefined
  const size = { width: longestEdge, height: longestEdge, fit: 'inside' as const }
  const sized = image.rotate().resize({ ...size, withoutEnlargement: true })
  const isPhotograph = format === 'jpeg' || (format === 'webp' && !hasAlpha)
  const encoded = await (isPhotograph ? sized.jpeg({ quality: 85 }) : sized.png()).toBuffer()
  return { encoded, isPhotograph }
}
