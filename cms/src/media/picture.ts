import sharp from 'sharp'
import type { Refusal } from './clean-result.ts'
import { longestSide, mostPixels } from './limits.ts'

/** Kinds of pictures that the site shows. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif'

const damaged = '这张图片打不开，可能已经损坏：请用看图软件打开，另存为 JPEG 或 PNG 再上传'
const huge = '这张图片的像素太多，打不开：请先缩小到 6000 × 6000 以内再上传'

/**
 * Makes a picture anew from its pixels: turned as it was held, in sRGB, no side longer than
 * `longestSide`, with nothing beside the pixels (EXIF, XMP, IPTC, profiles, comments, trailing bytes).
 * @param kind the kind that is written
 */
export async function cleanPicture(
  from: string,
  to: string,
  kind: PictureKind,
): Promise<undefined | Refusal> {
  try {
    const image = sharp(from, { limitInputPixels: mostPixels, failOn: 'error' })
    const { width, height } = await image.metadata()
    if (width * height > mostPixels) return { error: huge }
    const sized = image
      .autoOrient()
      .resize({
        width: longestSide,
        height: longestSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
    const encoded = {
      jpeg: () => sized.flatten({ background: '#fff' }).jpeg({ quality: 88 }),
      png: () => sized.png(),
      webp: () => sized.webp({ quality: 88 }),
      avif: () => sized.avif({ quality: 70, effort: 2 }),
    }[kind]()
    await encoded.toFile(to)
    return undefined
  } catch (error) {
    return { error: /pixel limit/i.test(String(error)) ? huge : damaged }
  }
}
