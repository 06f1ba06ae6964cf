import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packedStream, pdfFile } from '../../support/files/files.ts'
import { ciphers, lockedBomb, lockedPdf } from '../../support/files/locked-pdf.ts'
import { zip } from '../../support/files/zip.ts'
import { bytesOf, verdict } from '../../support/files/attachment-verdict.ts'

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
