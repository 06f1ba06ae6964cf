import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import sharp from 'sharp'
import { cleanFile } from '../../cms/src/media/clean.ts'
import type { Kind } from '../../cms/src/media/kind.ts'
import { longestSide } from '../../cms/src/media/limits.ts'
import { addressOf, faultOfName, inertName } from '../../cms/src/media/file-name.ts'
import { readPdf } from '../../content/privacy/pdf.ts'
import { mediaPath } from '../../content/schema/media.ts'
import { photograph, pixelBomb } from '../support/files.ts'
import { captions } from '../support/films.ts'
import { ciphers, lockedPdf } from '../support/locked-pdf.ts'
import { leaflet, pdfStream, pdfText } from '../support/pdfs.ts'
import { zip } from '../support/zip.ts'

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

describe('a PDF on its way into the media library', () => {
  const packet = (text: string) =>
    pdfStream(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${text}</a></x:xmpmeta>`,
      '/Type/Metadata/Subtype/XML',
    )
  const cleaned = async (bytes: Uint8Array) => {
    const result = await clean(bytes)
    assert.ok(result.ok, JSON.stringify(result))
    const made = await readFile(result.path)
    const document = await PDFDocument.load(made, { updateMetadata: false })
    const objects = document.context.enumerateIndirectObjects()
    const streams = objects.flatMap(([, object]) =>
      object instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(object).decode())] : [],
    )
    const all = [made, ...streams, ...objects.map(([, object]) => Buffer.from(String(object)))]
    return { words: await readPdf(made), bytes: Buffer.concat(all) }
  }
  const info = `<</Author${pdfText('CANARY 王小经办')}/Title(CANARY title)/Producer(CANARY Scanner)/Creator(CANARY)/Company(CANARY)>>`

  it('loses author, title and device, wherever they stand, and keeps what is read', async () => {
    const told = leaflet({
      catalog: '/Metadata 6 0 R/PieceInfo<</A<</Private(CANARY)>>>>',
      page: '/Metadata 8 0 R/LastModified(CANARY)',
      more: [packet('CANARY'), info, packet('CANARY page')],
      trailer: '/Info 7 0 R/ID[<43414e415259><43414e415259>]',
    })
    const { words, bytes } = await cleaned(told)
    assert.ok(!bytes.includes('CANARY'))
    assert.doesNotMatch(words.text, /CANARY|王小经办/)
    assert.match(words.text, /This leaflet says where and when to come/)
  })

  it('loses what earlier versions have left behind', async () => {
    const first = leaflet({ more: [info], trailer: '/Info 6 0 R' }).toString('latin1')
    const second = `6 0 obj\n<</Producer(office)>>\nendobj\n7 0 obj\n(CANARY of before)\nendobj\ntrailer\n<</Size 8/Root 1 0 R/Info 6 0 R>>\nstartxref\n0\n%%EOF\n`
    const { bytes, words } = await cleaned(Buffer.from(first + second, 'latin1'))
    assert.ok(!bytes.includes('CANARY'))
    assert.match(words.text, /where and when/)
  })

  it('loses them where they are packed', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('This leaflet says where and when to come')
    document.setAuthor('CANARY')
    document.setTitle('CANARY')
    document.setProducer('CANARY')
    const { bytes, words } = await cleaned(await document.save({ useObjectStreams: true }))
    assert.ok(!bytes.includes('CANARY'))
    assert.match(words.text, /where and when/)
  })

  it('keeps the words of a note and loses who wrote it', async () => {
    const note = '<</Subtype/Text/Rect[1 1 9 9]/Contents(call 13800138000)/T(CANARY)/M(CANARY)>>'
    const { bytes, words } = await cleaned(leaflet({ page: '/Annots[6 0 R]', more: [note] }))
    assert.ok(!bytes.includes('CANARY'))
    assert.match(words.text, /call 13800138000/)
  })

  it('keeps the words of a form that is seen and loses those of one that is not', async () => {
    const seen = '<</Subtype/Widget/FT/Tx/T(tel)/V(13800138000)/Rect[1 1 9 9]>>'
    const unseen = '<</FT/Tx/T(other)/V(CANARY)>>'
    const signed = '<</FT/Sig/T(sig)/V<</Type/Sig/Name(CANARY)>>>>'
    const form = leaflet({
      catalog: '/AcroForm<</Fields[6 0 R 7 0 R 8 0 R]>>',
      page: '/Annots[6 0 R]',
      more: [seen, unseen, signed],
    })
    const { bytes, words } = await cleaned(form)
    assert.ok(!bytes.includes('CANARY'))
    assert.match(words.text, /13800138000/)
  })

  it('loses what a camera has told in a photograph on its page', async () => {
    const photo = pdfStream(
      await photograph(),
      '/Type/XObject/Subtype/Image/Width 400/Height 300/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
    )
    const result = await clean(leaflet({ page: '/Thumb 6 0 R', more: [photo] }))
    assert.ok(result.ok, JSON.stringify(result))
    const made = await readFile(result.path)
    assert.ok(!made.includes('CANARY'))
    const at = made.indexOf(Buffer.from('ffd8ff', 'hex'))
    const { width, height, exif } = await sharp(made.subarray(at)).metadata()
    assert.deepEqual([width, height, exif], [400, 300, undefined])
  })

  it('is opened where only its owner has a password, and stays open', async () => {
    for (const cipher of ciphers) {
      const { words } = await cleaned(await lockedPdf(cipher))
      assert.match(words.text, /Certificate/)
    }
    assert.match(await refusal(await lockedPdf('AES-256', { user: 'a' })), /密码/)
  })

  it('is refused where it runs something or holds other files', async () => {
    for (const file of [
      leaflet({ catalog: '/OpenAction<</S/JavaScript/JS(app.alert)>>' }),
      leaflet({ page: '/AA<</O<</S/Launch/F(cmd.exe)>>>>' }),
      leaflet({
        catalog: '/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>',
        more: ['<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>', pdfStream('a', '/Type/EmbeddedFile')],
      }),
      await lockedPdf('AES-128', { script: 'app.alert(1)' }),
    ]) {
      assert.match(await refusal(file), /自动运行.*夹带.*打印/)
    }
    assert.match(await refusal('%PDF-1.7\nnonsense'), /PDF/)
  })

  it('is taken with blanks and marks in front', async () => {
    for (const front of ['\r\n', '\ufeff', '\0\0\0']) {
      const { words } = await cleaned(Buffer.concat([Buffer.from(front), leaflet()]))
      assert.match(words.text, /where and when/)
    }
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
