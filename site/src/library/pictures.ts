import type { Focus } from '@portal/content/schema/entries/media'
import { cropAround } from './crop.ts'
import type { ShownPicture } from './markdown/html.ts'
import { fileOf, originalOf, type Format } from './picture-files.ts'

/** A picture as wide as a reading column: for a telephone, a dense one, a desk; none enlarged. */
export async function columnPicture(path: string, formats: Format[]): Promise<ShownPicture> {
  const { width, height, opaque } = await originalOf(path)
  const widths = [...new Set([400, 720, 1296].map((wanted) => Math.min(wanted, width)))]
  const sources = formats.map(async (format) => {
    const made = widths.map(
      async (each) => `${await fileOf(path, { width: each }, format)} ${each}w`,
    )
    return { type: `image/${format}`, srcset: (await Promise.all(made)).join(', ') }
  })
  const src = await fileOf(path, { width: Math.min(720, width) }, opaque ? 'jpeg' : 'png')
  return { sources: await Promise.all(sources), src, width, height }
}

/** A picture in a frame of `width` × `height` CSS pixels, on plain and on dense screens. */
export async function framedPicture(
  path: string,
  frame: { width: number; height: number; focus?: Focus | undefined },
): Promise<ShownPicture> {
  const { width, height, focus = { x: 0.5, y: 0.5 } } = frame
  const source = await originalOf(path)
  const { width: widest } = cropAround(source, width / height, focus)
  const shape = (density: number) => {
    const shown = Math.min(width * density, widest)
    return { width: shown, height: Math.max(1, Math.round((shown * height) / width)), focus }
  }
  const [plain, dense] = await Promise.all([
    fileOf(path, shape(1), 'webp'),
    fileOf(path, shape(2), 'webp'),
  ])
  const src = await fileOf(path, shape(1), source.opaque ? 'jpeg' : 'png')
  const sources = [{ type: 'image/webp', srcset: `${plain} 1x, ${dense} 2x` }]
  return { sources, src, width, height }
}

/** The address of a picture for those who take just one: players, other people's previews. */
export async function singlePicture(path: string, width: number): Promise<string> {
  const { width: widest, opaque } = await originalOf(path)
  return fileOf(path, { width: Math.min(width, widest) }, opaque ? 'jpeg' : 'png')
}
