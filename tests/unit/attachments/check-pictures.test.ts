import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { nonPixelData } from '@portal/content/attachments/check/non-pixel-data'
import { isPolyglot } from '@portal/content/attachments/check/polyglot'
import { pngOf } from '../../support/files/files.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'
import { zip } from '../../support/files/zip.ts'
import { bytesOf, verdict } from '../../support/files/attachment-verdict.ts'

describe('pictures', () => {
  const chance = '<svg onload=alert(1)>'
  const noise = (size: number) =>
    sharp({
      create: {
        width: size,
        height: size,
        channels: 3,
        background: '#777',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })

  it('are taken whatever their packed bytes spell', async () => {
    assert.equal(await verdict(pngOf(40, 40, chance)), 'image/png')
  })

  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    it(`are looked at by their structure: ${format}`, async () => {
      const bytes = await noise(120).toFormat(format).toBuffer()
      const type = `image/${format}`
      const spelled = Buffer.from(bytes)
      spelled.write(chance, Math.floor(bytes.length / 2), 'latin1')
      // A GIF's data comes in short pieces, whose lengths must stay.
      if (format !== 'gif') assert.ok(!nonPixelData(spelled, type).some(isPolyglot), 'by chance')
      assert.ok(!nonPixelData(bytes, type).some(isPolyglot))
      for (const more of [chance, '<?php x', '%PDF-1.7\n', zip([{ name: 'a', content: 'a' }])]) {
        assert.ok(nonPixelData(bytesOf(bytes, more), type).some(isPolyglot), 'on its end')
      }
    })
  }

  it('are refused with a script in what they say of themselves', async () => {
    const told = await noise(40)
      .jpeg()
      .withMetadata({ exif: { IFD0: { ImageDescription: chance } } })
      .toBuffer()
    assert.equal(await verdict(told), 'refused: mixed')
    assert.equal(await verdict(pngOf(40, 40, '', `Comment\0${chance}`)), 'refused: mixed')
  })

  it('are taken with another picture or a film on their end, as telephones make them', async () => {
    const photo = await noise(40).jpeg().toBuffer()
    const moving = bytesOf(photo, telephoneFilm({ brand: 'mp42' }), deflateSync(photo))
    assert.equal(await verdict(moving), 'image/jpeg')
    assert.equal(await verdict(bytesOf(photo, photo)), 'image/jpeg')
  })

  it('are refused by the name of their kind', async () => {
    assert.equal(await verdict(await noise(40).tiff().toBuffer()), 'refused: tiff')
    assert.equal(await verdict(bytesOf('BM', Buffer.alloc(60))), 'refused: bmp')
    assert.equal(await verdict(bytesOf('8BPS\0\x01', Buffer.alloc(60))), 'refused: photoshop')
  })
})
