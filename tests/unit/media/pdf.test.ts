import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { readPdf } from '../../../content/privacy/pdf.ts'
import { photograph } from '../../support/files/files.ts'
import { ciphers, lockedPdf } from '../../support/files/locked-pdf.ts'
import { leaflet, pdfStream, pdfText } from '../../support/files/pdfs.ts'
import { clean, refusal } from '../../support/files/cleaned-media.ts'

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
