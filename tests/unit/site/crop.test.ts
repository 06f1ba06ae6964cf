import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { cropAround } from '../../../site/src/library/crop.ts'
import { openPictures, watchPictures } from '../../../site/src/library/picture-files.ts'
import { framedPicture } from '../../../site/src/library/pictures.ts'

const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
const cache = join(folder, 'cache')
const pictures = openPictures(folder, cache)
after(() => rm(folder, { recursive: true }))

const part = fc.double({ min: 0, max: 1, noNaN: true })
const side = fc.integer({ min: 1, max: 5000 })

describe('a picture cropped around what must stay in sight', () => {
  it('keeps the point, stays inside the picture, and is as large as it can be', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        part,
        part,
        (...given) => {
          const [width, height, ratio, x, y] = given
          const region = cropAround({ width, height }, ratio, { x, y })
          assert.ok(region.left >= 0 && region.left + region.width <= width)
          assert.ok(region.top >= 0 && region.top + region.height <= height)
          assert.ok(region.width === width || region.height === height)
          const point = {
            left: Math.min(width - 1, width * x),
            top: Math.min(height - 1, height * y),
          }
          assert.ok(point.left >= region.left - 1 && point.left <= region.left + region.width + 1)
          assert.ok(point.top >= region.top - 1 && point.top <= region.top + region.height + 1)
        },
      ),
    )
  })
})

describe('the file of a cropped picture', () => {
  /** Red on the left, blue on the right; lying on its side where `turned`. */
  async function halves(turned: boolean): Promise<Buffer> {
    const half = { width: 200, height: 100, channels: 3 as const }
    const red = await sharp({ create: { ...half, background: '#f00' } })
      .png()
      .toBuffer()
    const whole = sharp({ create: { ...half, width: 400, background: '#00f' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .png()
    if (!turned) return whole.toBuffer()
    const side = await sharp(await whole.toBuffer())
      .rotate(-90)
      .jpeg({ quality: 100 })
      .toBuffer()
    return sharp(side).withMetadata({ orientation: 6 }).toBuffer()
  }

  it('shows what was marked, also of a photograph that lies on its side', async () => {
    await mkdir(join(folder, 'media'))
    await writeFile(join(folder, 'media', 'plain.png'), await halves(false))
    await writeFile(join(folder, 'media', 'turned.jpg'), await halves(true))
    for (const path of ['media/plain.png', 'media/turned.jpg']) {
      for (const [x, channel] of [
        [0.1, 0],
        [0.9, 2],
      ] as const) {
        const frame = { width: 80, height: 80, focus: { x, y: 0.5 } }
        const seen = await watchPictures(pictures, () => framedPicture(path, frame))
        assert.deepEqual(Object.keys(seen.pictures), [path])
        assert.ok(seen.made.includes(basename(seen.result.src)))
        const { data, info } = await sharp(join(cache, basename(seen.result.src)))
          .raw()
          .toBuffer({ resolveWithObject: true })
        assert.deepEqual([info.width, info.height], [80, 80])
        const { channels } = await sharp(data, { raw: info }).stats()
        const means = channels.slice(0, 3).map(({ mean }) => Math.round(mean))
        assert.ok((means[channel] ?? 0) > 240, String(means))
        assert.ok((means[2 - channel] ?? 255) < 15, String(means))
      }
    }
  })
})
