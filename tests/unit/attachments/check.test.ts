import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { check } from '@portal/content/attachments/check/check'
import { refusals } from '@portal/content/attachments/refusal'
import { excelFile, wordFile } from '../../support/files/files.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'
import { zip } from '../../support/files/zip.ts'
import { bytesOf, checkTools, verdict } from '../../support/files/attachment-verdict.ts'

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
      const checked = await check({ size: bytes.length, from }, checkTools)
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

it('every refusal says what to do', () => {
  for (const words of Object.values(refusals)) assert.match(words, /请.+[。]$/)
})
