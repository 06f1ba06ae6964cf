import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import sharp from 'sharp'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { startBarePortal } from '../support/portal/bare-portal.ts'
import type { BarePortal } from '../support/portal/bare-portal.ts'
import { photograph, pixelBomb } from '../support/files/files.ts'
import { collectFile, createUploader } from '../support/portal/uploads.ts'

let bare: BarePortal
before(async () => void (bare = await startBarePortal()))
after(() => bare.stop())

const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#335' } })
const broken = async (picture: Promise<Buffer>) => {
  const bytes = await picture
  return Buffer.concat([bytes.subarray(0, bytes.length - 40), Buffer.alloc(400, 0xff)])
}

const refused: [string, string, () => Buffer | Promise<Buffer>][] = [
  ['a small file that draws 400 million pixels', 'pixels', () => pixelBomb(20_000, 20_000)],
  ['a picture wider than anything', 'pixels', () => pixelBomb(70_000, 1_000)],
  ['an AVIF that is broken inside', 'damaged', () => broken(plain().avif().toBuffer())],
  ['half a JPEG', 'damaged', async () => (await photograph(900, 700)).subarray(0, 3_000)],
  ['a TIFF, which is never decoded', 'tiff', () => plain().tiff().toBuffer()],
]

for (const [what, refusal, make] of refused) {
  it(`refuses ${what}, and lives (11)`, async () => {
    const { portal } = bare
    const content = await make()
    const reply = await createUploader(portal.url, newIdempotencyKey()).upload('照片.jpg', content)
    assert.equal(reply.status, 422, JSON.stringify(reply.value))
    assert.equal(reply.value.refusal, refusal)
    assert.equal((await fetch(`${portal.url}/healthz`)).status, 200)
    assert.equal(portal.process.exitCode, null)
  })
}

it('draws pictures anew: upright, and without place, device or anything behind them (11)', async () => {
  const { portal, data, file } = bare
  const key = newIdempotencyKey()
  const uploader = createUploader(portal.url, key)
  const motion = Buffer.concat([await photograph(), Buffer.from('\0\0\0\x18ftypmp42 CANARY-FILM')])
  const transparent = sharp({
    create: { width: 9, height: 9, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } },
  })
  const given: [Buffer, string, string][] = [
    [motion, 'image/jpeg', 'jpg'],
    [await plain().avif().toBuffer(), 'image/jpeg', 'jpg'],
    [await plain().gif().toBuffer(), 'image/png', 'png'],
    [await transparent.webp().toBuffer(), 'image/png', 'png'],
  ]
  const ids: string[] = []
  for (const [content] of given) {
    const reply = await uploader.upload('现场.heic', content)
    assert.equal(reply.status, 200, JSON.stringify(reply.value))
    ids.push(reply.id)
  }
  assert.equal((await file(key, ids.join(' '))).answer.kind, 'receipt')
  for (const [index, [, type, extension]] of given.entries()) {
    const { content } = await collectFile(portal.url, data, ids[index] ?? '')
    const { format, exif, xmp, orientation } = await sharp(content).metadata()
    assert.equal(`image/${format}`, type)
    assert.deepEqual([exif, xmp, orientation], [undefined, undefined, undefined])
    assert.ok(!content.includes('CANARY'))
    const listed = (await uploader.list()).find(({ id }) => id === ids[index])
    assert.equal(listed?.name, `现场.${extension}`)
  }
  const upright = await sharp(
    (await collectFile(portal.url, data, ids[0] ?? '')).content,
  ).metadata()
  assert.deepEqual([upright.width, upright.height], [300, 400])
})
