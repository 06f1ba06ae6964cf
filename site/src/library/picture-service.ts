import type { LocalImageService } from 'astro'
import astroService from 'astro/assets/services/sharp'
import { cropAround, parsePosition } from './crop.ts'

/**
 * Astro's own service for pictures, which can also crop around a point: `position` may be such as
 * `30% 40%`, which sharp does not know.
 */
const service: LocalImageService = {
  ...astroService,
  async transform(bytes, transform, config, logger) {
    const { width, height, position, fit } = transform
    const focus = parsePosition(position)
    if (!focus || !width || !height || fit !== 'cover') {
      return astroService.transform(bytes, transform, config, logger)
    }
    // Not at the top: this file is in the server's bundle too, which makes no pictures and has no sharp.
    const { default: sharp } = await import('sharp')
    const { autoOrient } = await sharp(bytes).metadata()
    const region = cropAround(autoOrient, width / height, focus)
    const cropped = await sharp(bytes)
      .autoOrient()
      .extract(region)
      .png({ compressionLevel: 0 })
      .toBuffer()
    return astroService.transform(cropped, { ...transform, position: undefined }, config, logger)
  },
}

export default service
