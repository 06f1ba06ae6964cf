import { join } from 'node:path'
import type { ImageMetadata } from 'astro'
import { getImage } from 'astro:assets'
import sharp from 'sharp'
import { environment } from '../server/environment.ts'
import type { ShownPicture } from './markdown/html.ts'

const files = import.meta.glob<ImageMetadata>('@media/*.{jpg,jpeg,png,webp,avif,gif}', {
  eager: true,
  import: 'default',
})
const byName = new Map(
  Object.entries(files).map(([path, picture]) => [path.slice(path.lastIndexOf('/') + 1), picture]),
)

/**
 * The picture at a media path such as `media/x.jpg`, or nothing where it is no picture. Hand it to
 * `getImage`, `<Image>` or `<Picture>` and read nothing from it: Astro publishes the uploaded file
 * as it is, with whatever its metadata tells, as soon as a property is read.
 */
export function picture(path: string): ImageMetadata | undefined {
  return byName.get(path.slice(path.lastIndexOf('/') + 1))
}

/** The size of a picture as it is seen, which a turned photograph's file does not have. */
export async function pictureSize(path: string): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(join(environment.contentDir, path)).metadata()
  return autoOrient
}

/** Widths for a picture in a reading column: a telephone, a dense one, a desk; none enlarged. */
export function columnWidths(width: number): number[] {
  return [...new Set([400, 720, 1296].map((wanted) => Math.min(wanted, width)))]
}

/** Makes the files of a picture that stands in a text. */
export async function shownPicture(path: string): Promise<ShownPicture | undefined> {
  const src = picture(path)
  if (!src) return undefined
  const size = await pictureSize(path)
  const widths = columnWidths(size.width)
  const width = Math.max(...widths)
  const made = await getImage({ src, format: 'webp', width, widths })
  return { src: made.src, srcset: made.srcSet.attribute, ...size }
}
