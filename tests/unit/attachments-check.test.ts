import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { check } from '../../site/src/petition/attachments/check/check.ts'
import { createDecrypt } from '../../site/src/petition/attachments/check/pdf/decrypt.ts'
import { createRedraw } from '../../site/src/petition/attachments/check/picture.ts'
import { besidePixels } from '../../site/src/petition/attachments/check/beside-pixels.ts'
import { isPolyglot } from '../../site/src/petition/attachments/check/polyglot.ts'
import { refusals } from '../../site/src/petition/attachments/refusal.ts'
import { excelFile, packedStream, pdfFile, pngOf, wordFile } from '../support/files.ts'
import { ciphers, lockedBomb, lockedPdf } from '../support/locked-pdf.ts'
import { telephoneFilm } from '../support/telephone-film.ts'
import { zip } from '../support/zip.ts'

const tools = { redraw: createRedraw(), decrypt: createDecrypt() }
const bytesOf = (...parts: (Buffer | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )

/** What a file is taken as, or why it is not. */
async function verdict(content: Buffer | string): Promise<string> {
  const bytes = bytesOf(content)
  const from = async function* (start: number) {
    yield bytes.subarray(start)
  }
  const checked = await check({ size: bytes.length, from }, tools)
  return checked.ok ? checked.type : `refused: ${checked.refusal}`
}

const riff = (type: string) => bytesOf('RIFF\x24\0\0\0', type, Buffer.alloc(40))

describe('recordings', () => {
  const taken: [string, string, () => Buffer | string][] = [
    ['AMR of a telephone', 'audio/amr', () => bytesOf('#!AMR\n', Buffer.alloc(600, 0x3c))],
    ['AMR of wide band', 'audio/amr', () => bytesOf('#!AMR-WB\n', Buffer.alloc(600, 0x24))],
    ['AMR of two channels', 'audio/amr', () => bytesOf('#!AMR_MC1.0\n', Buffer.alloc(600, 0x3c))],
    ['WAV', 'audio/wav', () => riff('WAVEfmt ')],
    [
      'a film with the sound of old telephones',
      'video/3gpp',
      () => telephoneFilm({ brand: '3gp5' }),
    ],
    ['a film of a camera', 'video/mp4', () => telephoneFilm({ brand: 'XAVC' })],
    ['a film of a telephone', 'video/quicktime', () => telephoneFilm()],
    ['a voice memo', 'audio/mp4', () => telephoneFilm({ brand: 'M4A ' })],
  ]
  for (const [what, type, make] of taken) {
    it(`are taken: ${what}`, async () => assert.equal(await verdict(make()), type))
  }

  it('are kept without what tells of place and device, whatever their kind', async () => {
    const told = bytesOf('LIST\x0a\0\0\0INFOCANARY')
    const given = [
      bytesOf('RIFF\x2a\0\0\0WAVEfmt \x10\0\0\0', Buffer.alloc(16), told),
      bytesOf('ID3\x03\0\0\0\0\0\x06CANARY', '\xff\xfb\x90\0', Buffer.alloc(600)),
      bytesOf('ID3\x04\0\0\0\0\0\x06CANARY', '\xff\xf1\x50\x80', Buffer.alloc(600)),
    ]
    for (const bytes of given) {
      const from = async function* (start: number) {
        yield bytes.subarray(start)
      }
      const checked = await check({ size: bytes.length, from }, tools)
      assert.ok(checked.ok, JSON.stringify(checked))
      for await (const chunk of checked.content) assert.ok(!Buffer.from(chunk).includes('CANARY'))
    }
  })

  const asf = (stream: string) =>
    bytesOf(
      Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'),
      Buffer.from('80000000000000000100000001029107dcb7b7a9cf118ee600c00c205365', 'hex'),
      Buffer.from('6200000000000000', 'hex'),
      Buffer.from(stream, 'hex'),
      Buffer.alloc(200),
    )
  const named: [string, RegExp, () => Buffer | string][] = [
    [
      'ogg',
      /OGG/,
      () => bytesOf('OggS\0\x02', Buffer.alloc(22), 'OpusHead\x01\x01', Buffer.alloc(20)),
    ],
    ['flac', /FLAC/, () => bytesOf('fLaC\0\0\0\x22', Buffer.alloc(60))],
    ['silk', /微信/, () => '\x02#!SILK_V3 and more'],
    ['silk', /SILK/, () => '#!SILK_V3 and more'],
    ['wma', /WMA/, () => asf('409e69f84d5bcf11a8fd00805f5c442b')],
    ['wmv', /WMV/, () => asf('c0ef19bc4d5bcf11a8fd00805f5c442b')],
    ['avi', /AVI/, () => riff('AVI LIST')],
    ['caf', /CAF/, () => bytesOf('caff\0\x01\0\0desc', Buffer.alloc(40))],
    ['recorder', /DSS/, () => bytesOf('\x02dss', Buffer.alloc(60))],
    ['aiff', /AIFF/, () => bytesOf('FORM\0\0\0\x2eAIFF', Buffer.alloc(40))],
    ['realmedia', /RMVB/, () => bytesOf('.RMF\0\0\0\x12', Buffer.alloc(40))],
    ['flv', /FLV/, () => bytesOf('FLV\x01\x05\0\0\0\x09', Buffer.alloc(40))],
  ]
  for (const [refusal, name, make] of named) {
    it(`are refused by the name of their kind: ${refusal}`, async () => {
      assert.equal(await verdict(make()), `refused: ${refusal}`)
      const words = refusals[refusal as keyof typeof refusals]
      assert.match(words, name)
      assert.match(words, /另存为 M/)
    })
  }
})

describe('documents', () => {
  const relation = (type: string, target: string) => ({
    name: 'word/_rels/settings.xml.rels',
    content: `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  })

  it('are taken in the form of large archives', async () => {
    assert.match(await verdict(excelFile({ long: true })), /spreadsheetml/)
    const bomb = { name: 'a', content: Buffer.alloc(1000), claimed: 200 * 1024 * 1024 }
    assert.equal(await verdict(excelFile({ long: true, more: [bomb] })), 'refused: bomb')
    const lying = { name: 'a', content: Buffer.alloc(1000), claimed: 10 }
    assert.equal(await verdict(excelFile({ long: true, more: [lying] })), 'refused: bomb')
  })

  for (const target of [
    'file:///C:\\Users\\office\\AppData\\Normal.dotm',
    'file:///C:/Users/office/Normal.dotm',
    'Normal.dotm',
    'C:\\模板\\公文.dotx',
    '/Users/office/Normal.dotm',
  ]) {
    it(`are taken with a template of their writer: ${target}`, async () => {
      const file = wordFile('甲', [relation('attachedTemplate', target)])
      assert.match(await verdict(file), /wordprocessingml/)
    })
  }

  it('are taken with figures copied from a workbook of their writer', async () => {
    const { content } = relation('externalLinkPath', 'file:///D:\\台账\\工资.xlsx')
    const more = [{ name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content }]
    assert.match(await verdict(excelFile({ more })), /spreadsheetml/)
  })

  for (const [type, target] of [
    ['attachedTemplate', 'http://elsewhere.example/a.dotm'],
    ['attachedTemplate', ' https://elsewhere.example/a.dotm'],
    ['attachedTemplate', '\\\\elsewhere\\share\\a.dotm'],
    ['attachedTemplate', '//elsewhere/share/a.dotm'],
    ['attachedTemplate', 'file://elsewhere/share/a.dotm'],
    ['attachedTemplate', 'file:///\\\\elsewhere\\share\\a.dotm'],
    ['attachedTemplate', 'file:////elsewhere/share/a.dotm'],
    ['attachedTemplate', '&#92;&#x5c;elsewhere\\share\\a.dotm'],
    ['attachedTemplate', '%5C%5Celsewhere\\share\\a.dotm'],
    ['externalLinkPath', 'https://elsewhere.example/a.xlsx'],
    ['image', 'file:///C:\\a.png'],
    ['oleObject', 'file:///C:\\a.doc'],
    ['subDocument', 'a.docx'],
  ] as const) {
    it(`are refused where something is elsewhere: ${type} ${target}`, async () => {
      const file = wordFile('甲', [relation(type, target)])
      assert.equal(await verdict(file), 'refused: linked')
    })
  }

  const archive = (...names: string[]) => zip(names.map((name) => ({ name, content: '甲' })))
  const named: [string, RegExp, () => Buffer | string][] = [
    ['ofd', /OFD/, () => archive('OFD.xml', 'Doc_0/Document.xml')],
    ['slides', /PPT/, () => archive('[Content_Types].xml', 'ppt/presentation.xml')],
    ['odf', /OpenDocument/, () => archive('mimetype', 'content.xml')],
    ['book', /电子书/, () => archive('mimetype', 'META-INF/container.xml')],
    ['iwork', /Pages/, () => archive('Index/Document.iwa')],
    ['program', /程序/, () => archive('AndroidManifest.xml', 'classes.dex')],
    ['archive', /压缩包/, () => archive('现场.jpg')],
    ['rtf', /RTF/, () => '{\\rtf1 text}'],
    ['drawing', /CAD/, () => bytesOf('AC1027', Buffer.alloc(60))],
    ['text', /粘贴/, () => Buffer.from('我家住在三楼，水管漏了三个月。\r\n')],
    ['text', /粘贴/, () => Buffer.from('\ufeff我家住在三楼', 'utf16le')],
    ['unknown', /另存为/, () => bytesOf(Buffer.alloc(200, 7))],
  ]
  for (const [refusal, name, make] of named) {
    it(`are refused by the name of their kind: ${refusal}`, async () => {
      assert.equal(await verdict(make()), `refused: ${refusal}`)
      assert.match(refusals[refusal as keyof typeof refusals], name)
    })
  }
})

describe('PDFs', () => {
  for (const cipher of ciphers) {
    for (const packed of [true, false]) {
      it(`are taken with an owner's password, not with a reader's: ${cipher}${packed ? ', packed' : ''}`, async () => {
        assert.equal(await verdict(await lockedPdf(cipher, { packed })), 'application/pdf')
        const shut = await lockedPdf(cipher, { packed, user: 'secret' })
        assert.equal(await verdict(shut), 'refused: encrypted')
        const script = await lockedPdf(cipher, { packed, script: 'app.alert(1)' })
        assert.equal(await verdict(script), 'refused: active')
      })
    }
  }

  it('that are locked are no way around the bounds', async () => {
    assert.equal(await verdict(await lockedBomb(200 * 1024 * 1024)), 'refused: bomb')
    assert.equal(await verdict(pdfFile({ trailer: '/Encrypt 9 0 R' })), 'refused: encrypted')
  })

  for (const [what, front, behind] of [
    ['line breaks in front', '\r\n\n', ''],
    ['a byte order mark in front', '\xef\xbb\xbf', ''],
    ['both in front', '\xef\xbb\xbf\n ', ''],
    ['zeros in front', '\0'.repeat(512), ''],
    ['zeros behind', '', '\0'.repeat(9_000)],
    ['blanks behind', '', ' \r\n'.repeat(5_000)],
    ['a counter of a machine behind', '', `\n${'0'.repeat(600)}`],
  ] as const) {
    it(`are taken with ${what}`, async () => {
      assert.equal(await verdict(bytesOf(front, pdfFile(), behind)), 'application/pdf')
    })
  }

  const invoice =
    '<?xml version="1.0" encoding="UTF-8"?>\n<EInvoice><Seller>青禾建材店</Seller><Total>120.00</Total></EInvoice>\n'
  const gbk = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GBK"?><Total>'),
    Buffer.from('c7e0bacc', 'hex'),
    Buffer.from('</Total>'),
  ])
  const catalog = '/Names << /EmbeddedFiles << /Names [(x) 8 0 R] >> >> /AF [8 0 R]'
  const named = (name: string) =>
    `<< /Type /Filespec /F ${name} /UF ${name} /AFRelationship /Data /EF << /F 9 0 R /UF 9 0 R >> >>`
  const spec = (name: string) => `8 0 obj ${named(name)} endobj\n`
  const file = (content: string | Buffer, dictionary = '/Type /EmbeddedFile') =>
    packedStream(9, dictionary, Buffer.from(content))
  const plainFile = `9 0 obj << /Length ${invoice.length} >>\nstream\n${invoice}\nendstream endobj\n`
  const packedSpec = packedStream(10, '/Type /ObjStm /N 1', Buffer.from(`8 0 ${named('(a.xml)')}`))
  const wide = `<${Buffer.from('\ufeff发票.XML', 'utf16le').swap16().toString('hex')}>`
  const note = '7 0 obj << /Subtype /FileAttachment /F 4 /FS 8 0 R >> endobj\n'

  for (const [what, objects] of [
    ['packed', [spec('(factur-x.xml)'), file(invoice)]],
    ['as it is', [spec('(invoice.xml)'), plainFile]],
    ['under a Chinese name', [spec(wide), file(invoice)]],
    ['under a name with signs written out', [spec('(a\\056xm\\\nl)'), file(invoice)]],
    ['in the signs that its head tells', [spec('(a.xml)'), file(gbk)]],
    ['in UTF-16', [spec('(a.xml)'), file(Buffer.from('\ufeff<A>青</A>', 'utf16le'))]],
    ['called so among packed objects', [packedSpec, file(invoice)]],
    ['without its type', [spec('(a.xml)'), file(invoice, '')]],
    ['pinned to a page', [note, spec('(a.xml)'), file(invoice)]],
  ] as const) {
    it(`are taken with the figures of an invoice in XML: ${what}`, async () => {
      assert.equal(await verdict(pdfFile({ catalog, objects: [...objects] })), 'application/pdf')
    })
  }

  const withScript = '<?xml version="1.0"?><a><script>alert(1)</script></a>'
  for (const [what, objects] of [
    ['that is no XML', [spec('(a.xml)'), file('MZ\x90\0')]],
    ['that is XML by its first words', [spec('(a.xml)'), file('<?xml version="1.0"?>MZ\x90')]],
    ['called otherwise', [spec('(a.settingcontent-ms)'), file(invoice)]],
    ['called as XML and otherwise', [spec('(a.xml) /DOS (a.exe) /UF (a.exe)'), file(invoice)]],
    ['called as XML in front', [spec('(a.xml.exe)'), file(invoice)]],
    ['without a name', [spec('8 0 R'), file(invoice)]],
    ['that is a page with a script', [spec('(a.xml)'), file(withScript)]],
    [
      'that is opened by a stylesheet',
      [spec('(a.xml)'), file('<?xml-stylesheet href="a"?><a></a>')],
    ],
    [
      'that a program is named for',
      [spec('(a.xml)'), file('<?mso-application progid="Word.Document"?><a></a>')],
    ],
    ['with entities', [spec('(a.xml)'), file('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]],
    [
      'and another',
      [spec('(a.xml)'), file(invoice), packedStream(12, '/Type /EmbeddedFile', Buffer.from('MZ'))],
    ],
    ['and another under the same number', [spec('(a.xml)'), file(invoice), file('MZ', '')]],
    ['that is not there', [spec('(a.xml)')]],
    [
      'packed in a way that is not seen through',
      [spec('(a.xml)'), file(invoice, '/Filter /LZWDecode').subarray(1)],
    ],
    ['said to be a picture', [spec('(a.xml)'), file('MZ', '/Type /EmbeddedFile /Subtype /Image')]],
    [
      'and a script',
      [spec('(a.xml)'), file(invoice), '13 0 obj << /S /JavaScript /JS (x) >> endobj\n'],
    ],
    ['and more beside it', [spec('(a.xml) /RF << /F [(b) 9 0 R] >>'), file(invoice)]],
    [
      'without its type, on a page',
      ['8 0 obj << /Subtype /Any /F (a.exe) /EF << /F 9 0 R >> >> endobj\n', file('MZ', '')],
    ],
    [
      'under a written-out key',
      ['8 0 obj << /F (a.exe) /#45F << /F 9 0 R >> >> endobj\n', file('MZ', '')],
    ],
  ] as const) {
    it(`are refused with a file in them: ${what}`, async () => {
      assert.equal(await verdict(pdfFile({ objects: [...objects] })), 'refused: active')
    })
  }

  it("are taken with an invoice in XML and an owner's password, and refused with a program", async () => {
    const lock = (name: string, content: string) =>
      lockedPdf('AES-128', { file: { name, content } })
    assert.equal(await verdict(await lock('a.xml', invoice)), 'application/pdf')
    assert.equal(await verdict(await lock('a.exe', 'MZ')), 'refused: active')
  })

  it('may show any words, and hold any bytes where they are packed', async () => {
    const inside = 'how to write <script> and <html> '
    assert.equal(await verdict(pdfFile({ text: inside })), 'application/pdf')
    const plain = bytesOf(
      `8 0 obj <</Length ${inside.length}>>\nstream\n${inside}\nendstream endobj\n`,
    )
    assert.equal(await verdict(pdfFile({ objects: [plain] })), 'application/pdf')
  })

  it('are refused with something else in front, behind or between', async () => {
    for (const file of [
      bytesOf('MOVE', pdfFile()),
      bytesOf('\0'.repeat(1_010), pdfFile()),
      bytesOf(pdfFile(), '<script>alert(1)</script>'),
      bytesOf(pdfFile(), zip([{ name: 'a', content: 'a' }])),
      pdfFile({ objects: ['% <html><script>alert(1)</script>\n'] }),
    ]) {
      assert.match(await verdict(file), /^refused: (?:mixed|unknown)$/)
    }
  })
})

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
      if (format !== 'gif') assert.ok(!besidePixels(spelled, type).some(isPolyglot), 'by chance')
      assert.ok(!besidePixels(bytes, type).some(isPolyglot))
      for (const more of [chance, '<?php x', '%PDF-1.7\n', zip([{ name: 'a', content: 'a' }])]) {
        assert.ok(besidePixels(bytesOf(bytes, more), type).some(isPolyglot), 'on its end')
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

it('every refusal says what to do', () => {
  for (const words of Object.values(refusals)) assert.match(words, /请.+[。]$/)
})
