import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { longestSide } from '../../../cms/src/media/limits.ts'
import { addressOf, faultOfName, inertName } from '../../../cms/src/media/file-name.ts'
import { mediaPath } from '../../../content/schema/entries/media.ts'
import { photograph, pixelBomb } from '../../support/files/files.ts'
import { captions } from '../../support/files/films.ts'
import { zip } from '../../support/files/zip.ts'
import { clean, described, refusal } from '../../support/files/cleaned-media.ts'

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

describe('captions', () => {
  const words = '谢谢观看，请到窗口办理。'
  const subrip = `1\r\n00:00:00,500 --> 00:00:02,000\r\n${words}\r\n`
  const webvtt = `WEBVTT\n\n00:00.500 --> 00:02.000\n${words}\n`
  // 谢谢观看，请到窗口办理。 in GB18030
  const gb = Buffer.from('d0bbd0bbb9dbbfb4a3acc7ebb5bdb4b0bfdab0ecc0eda1a3', 'hex')
  const around = (text: string, bytes: Buffer) => {
    const [before = '', after = ''] = text.split(words)
    return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])
  }
  const wide = (text: string, bom: string) => Buffer.from(bom + text, 'utf16le')

  for (const [form, text] of [
    ['SubRip', subrip],
    ['WebVTT', webvtt],
  ] as const) {
    for (const [encoding, bytes] of [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16', wide(text, '\ufeff')],
      ['UTF-16 without a mark', wide(text, '')],
      ['UTF-16, high bytes first', wide(text, '\ufeff').swap16()],
      ['UTF-16, high bytes first, without a mark', wide(text, '').swap16()],
      ['GB18030', around(text, gb)],
    ] as const) {
      it(`become WebVTT in UTF-8: ${form} in ${encoding}`, async () => {
        const result = await clean(bytes)
        assert.ok(result.ok && result.ext === '.vtt', JSON.stringify(result))
        const made = await readFile(result.path, 'utf8')
        assert.match(made, /^WEBVTT\n\n/)
        assert.ok(made.includes(words), made)
        assert.doesNotMatch(made, /[\0\ufeff\ufffd]/)
      })
    }
  }

  it('are refused where their signs could be any others', async () => {
    // 謝謝觀看，請到窗口辦理。 in Big5
    const big5 = Buffer.from('c1c2c1c2c65bacdda141bdd0a8ecb5a1a466bfecb27aa143', 'hex')
    assert.match(await refusal(around(subrip, big5)), /编码认不出.*UTF-8/)
    const cut = wide(subrip, '\ufeff').subarray(0, -1)
    assert.match(await refusal(cut), /编码认不出/)
  })

  it('that cannot be read are refused with the line, others with their name', async () => {
    assert.match(await refusal('WEBVTT\n\n00:01 --> 00:02\n短\n'), /第 3 行：这里应当是时间/)
    assert.match(await refusal('WEBVTT\n'), /一句字幕也没有/)
    assert.match(await refusal('[Script Info]\nTitle: a\n'), /ASS 字幕.*SRT/)
    assert.match(await refusal(wide('[Script Info]\nTitle: a\n', '\ufeff')), /ASS 字幕/)
    assert.match(await refusal('[ti:a]\n[00:01.00]a\n'), /LRC.*SRT/)
    assert.ok((await clean(captions())).ok)
  })
})

it('files of other kinds are refused by their name, with what to save them as', async () => {
  const riff = (type: string) => Buffer.from(`RIFF\x24\0\0\0${type}${'\0'.repeat(40)}`, 'latin1')
  for (const [bytes, words] of [
    [Buffer.from('GIF89a'), /GIF 图片.*JPEG/],
    [Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(9000)]), /TIFF 图片.*JPEG/],
    [riff('AVI LIST'), /AVI 视频.*MP4/],
    [riff('WAVEfmt '), /WAV 录音.*画面/],
    [Buffer.from(`#!AMR\n${'<'.repeat(300)}`), /AMR 录音.*画面/],
    [Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic`), /HEIC 图片.*JPEG/],
    [zip([{ name: 'OFD.xml', content: '<a/>' }]), /OFD.*PDF/],
  ] as const) {
    assert.match(await refusal(bytes), words)
  }
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
