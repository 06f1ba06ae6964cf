import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { cleanFile } from '../../cms/src/media/clean.ts'
import type { Kind } from '../../cms/src/media/kind.ts'
import { longestSide } from '../../cms/src/media/limits.ts'
import { addressOf, faultOfName, inertName } from '../../cms/src/media/name.ts'
import { mediaPath } from '../../content/schema/media.ts'
import { pdfFile, photograph, pixelBomb } from '../support/files.ts'
import { captions } from '../support/films.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-files-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function clean(bytes: Uint8Array | string, instead?: Kind) {
  const path = join(folder, 'given')
  await writeFile(path, bytes)
  return cleanFile(path, folder, { instead })
}

async function refusal(bytes: Uint8Array | string, instead?: Kind): Promise<string> {
  const result = await clean(bytes, instead)
  return result.ok ? assert.fail('the file was taken') : result.error
}

async function described(bytes: Uint8Array, instead?: Kind) {
  const result = await clean(bytes, instead)
  assert.ok(result.ok, JSON.stringify(result))
  return sharp(result.path).metadata()
}

describe('a picture on its way into the media library', () => {
  it('stands upright and carries nothing but its pixels, in every kind', async () => {
    const photo = await photograph()
    const dressed = sharp(photo).keepMetadata().withIccProfile('p3')
    for (const kind of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const { format, width, height, exif, icc, xmp, iptc, comments, orientation, space } =
        await described(await dressed.clone().toFormat(kind).toBuffer())
      assert.deepEqual({ width, height, space }, { width: 300, height: 400, space: 'srgb' })
      assert.deepEqual(
        { exif, icc, xmp, iptc, comments, orientation },
        {
          exif: undefined,
          icc: undefined,
          xmp: undefined,
          iptc: undefined,
          comments: undefined,
          orientation: undefined,
        },
      )
      assert.equal(format, kind === 'avif' ? 'heif' : kind)
    }
  })

  it('is no larger than the site needs', async () => {
    const { width, height } = await described(await photograph(4000, 2000))
    assert.deepEqual([width, height], [longestSide / 2, longestSide])
  })

  it('keeps the kind of the picture that it takes the place of', async () => {
    assert.equal((await described(await photograph(), 'png')).format, 'png')
    assert.match(await refusal(await photograph(), 'mp4'), /同类/)
  })

  it('is refused where it is a bomb, damaged or no picture at all', async () => {
    assert.match(await refusal(pixelBomb(30_000, 30_000)), /像素太多/)
    assert.match(await refusal((await photograph()).subarray(0, 300)), /打不开/)
    for (const other of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      '<!doctype html><script>1</script>',
      'GIF89a',
      'MZ\x90\x00',
      '',
    ]) {
      assert.match(await refusal(other), /可以上传：JPEG/)
    }
  })

  it('leaves behind whatever was hung on its end', async () => {
    const bytes = Buffer.concat([await photograph(), Buffer.from('<script>CANARY</script>')])
    const result = await clean(bytes)
    assert.ok(result.ok)
    assert.ok(!(await readFile(result.path)).includes('CANARY'))
  })
})

describe('captions and documents', () => {
  it('SubRip, and captions in GB18030, become WebVTT in UTF-8', async () => {
    const subrip = '1\r\n00:00:00,500 --> 00:00:02,000\r\n的是在有不\r\n'
    const result = await clean(subrip)
    assert.ok(result.ok && result.ext === '.vtt', JSON.stringify(result))
    const gb = Buffer.concat([
      Buffer.from('WEBVTT\n\n00:00.500 --> 00:02.000\n'),
      // 的是在有不 in GB18030
      Buffer.from('b5c4cac7d4dad3d0b2bb', 'hex'),
    ])
    assert.ok((await clean(gb)).ok)
  })

  it('captions that cannot be read are refused with the line', async () => {
    assert.match(await refusal('WEBVTT\n\n00:01 --> 00:02\n短\n'), /第 3 行：这里应当是时间/)
    assert.match(await refusal('WEBVTT\n'), /一句字幕也没有/)
    assert.ok((await clean(captions())).ok)
  })

  it('a PDF that nobody can check is refused', async () => {
    assert.match(await refusal('%PDF-1.7\nnonsense'), /PDF/)
    assert.ok((await clean(pdfFile())).ok)
  })
})

describe('names of files', () => {
  it('every name becomes one that can be shown and stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
        const inert = inertName(name, '.jpg')
        assert.match(inert, /^[^/\\\p{Cc}\u202a-\u202e\u2066-\u2069]+\.jpg$/u)
        assert.ok([...inert].length <= 64, inert)
        assert.equal(inertName(inert, '.jpg'), inert)
      }),
    )
    assert.equal(inertName('../../etc/宣传 月.JPEG', '.jpg'), '宣传 月.jpg')
    assert.equal(inertName('a\u202egpj.exe', '.png'), 'agpj.png')
  })

  it('every name gives an address that the site takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        mediaPath.parse(`media/${addressOf(name)}-0123456789.jpg`)
      }),
    )
  })

  it('a name that leads to a person is refused, without repeating it', () => {
    const fault = faultOfName('张某 13800138000 现场.jpg') ?? assert.fail('the name was taken')
    assert.match(fault, /电话号码/)
    assert.doesNotMatch(fault, /138/)
    assert.equal(faultOfName('宣传月启动 2026-05-01 (3).jpg'), undefined)
  })
})
