import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { excelFile, packedStream, pdfFile, wordFile } from '../support/files/files.ts'
import { startBarePortal } from '../support/portal/bare-portal.ts'
import type { BarePortal } from '../support/portal/bare-portal.ts'
import { createUploader } from '../support/portal/uploads.ts'
import { zip } from '../support/files/zip.ts'

let bare: BarePortal
before(async () => void (bare = await startBarePortal()))
after(() => bare.stop())

const megabyte = 1024 * 1024
const zeros = Buffer.alloc(120 * megabyte)
const relation = (type: string) =>
  `<Relationships><Relationship Type="http://schemas.openxmlformats.org/${type}" Target="https://elsewhere.example/" TargetMode="External"/></Relationships>`
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

const inner = zip([{ name: 'a.txt', content: '甲' }])
const inWord = (content: Buffer) => wordFile('甲', [{ name: 'word/embeddings/a.docx', content }])

const refused: [string, string, () => Buffer][] = [
  [
    'a document that unpacks to 120 MB',
    'bomb',
    () => wordFile('甲', [{ name: 'a', content: zeros }]),
  ],
  [
    'a document that unpacks to more than it says',
    'bomb',
    () => wordFile('甲', [{ name: 'a', content: zeros, claimed: 100 }]),
  ],
  [
    'a PDF that unpacks to 40 MB at once',
    'bomb',
    () => pdfFile({ objects: [packedStream(9, '', zeros.subarray(0, 40 * megabyte))] }),
  ],
  ['an archive', 'archive', () => zip([{ name: 'a.txt', content: '甲' }])],
  [
    'an encrypted entry',
    'encrypted',
    () => wordFile('甲', [{ name: 'a', content: '甲', encrypted: true }]),
  ],
  ['an encrypted document', 'encrypted', () => compound('EncryptedPackage')],
  ['an encrypted PDF', 'encrypted', () => pdfFile({ trailer: '/Encrypt 9 0 R' })],
  ['an old document', 'old-office', () => compound('WordDocument')],
  [
    'macros in a document',
    'macro',
    () => wordFile('甲', [{ name: 'word/vbaProject.bin', content: '甲' }]),
  ],
  [
    'a document of the kind with macros',
    'macro',
    () => wordFile('甲', [], 'ms-word.document.macroEnabled.main'),
  ],
  [
    'a template from elsewhere',
    'linked',
    () =>
      wordFile('甲', [
        { name: 'word/_rels/settings.xml.rels', content: relation('attachedTemplate') },
      ]),
  ],
  [
    'a program in a document',
    'active',
    () => wordFile('甲', [{ name: 'word/embeddings/oleObject1.bin', content: 'MZ' }]),
  ],
  [
    'a program under the name of a picture in a document',
    'active',
    () => wordFile('甲', [{ name: 'word/media/image1.png', content: 'MZ\x90\0' }]),
  ],
  [
    'an archive under the name of a picture in a document',
    'active',
    () => wordFile('甲', [{ name: 'word/media/image1.png', content: inner }]),
  ],
  [
    'an old document in a document',
    'active',
    () => wordFile('甲', [{ name: 'word/embeddings/a.doc', content: compound('WordDocument') }]),
  ],
  [
    'a document with macros in a document',
    'macro',
    () =>
      wordFile('甲', [
        {
          name: 'word/embeddings/a.docm',
          content: wordFile('乙', [{ name: 'word/vbaProject.bin', content: '甲' }]),
        },
      ]),
  ],
  [
    'a document in a document that unpacks to 120 MB',
    'bomb',
    () =>
      wordFile('甲', [
        {
          name: 'word/embeddings/a.xlsx',
          content: excelFile({ more: [{ name: 'xl/a.xml', content: zeros }] }),
        },
      ]),
  ],
  [
    'documents in a document that unpack to 120 MB together',
    'bomb',
    () =>
      wordFile(
        '甲',
        [1, 2, 3, 4].map((at) => ({
          name: `word/embeddings/${at}.xlsx`,
          content: excelFile({
            more: [{ name: 'xl/a.xml', content: zeros.subarray(0, 30 * megabyte) }],
          }),
        })),
      ),
  ],
  [
    'a document in a document in a document',
    'active',
    () => inWord(inWord(inWord(wordFile('丁')))),
  ],
  [
    'a script in a PDF',
    'active',
    () => pdfFile({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert) >>' }),
  ],
  [
    'a script under a written-out name',
    'active',
    () => pdfFile({ catalog: '/OpenAction << /S /J#61va#53cript >>' }),
  ],
  [
    'a script in packed objects',
    'active',
    () =>
      pdfFile({
        objects: [
          packedStream(9, '/Type /ObjStm /N 1', Buffer.from('<< /S /Launch /F (cmd.exe) >>')),
        ],
      }),
  ],
  [
    'a file in a PDF',
    'active',
    () => pdfFile({ objects: ['8 0 obj << /Type /EmbeddedFile >> endobj\n'] }),
  ],
]

for (const [what, refusal, make] of refused) {
  it(`refuses ${what} and says what to do (10)`, async () => {
    const reply = await createUploader(bare.portal.url, newIdempotencyKey()).upload(
      '甲.docx',
      make(),
    )
    assert.equal(reply.status, 422, JSON.stringify(reply.value))
    assert.equal(reply.value.refusal, refusal)
    assert.match(String(reply.value.message), /请/)
  })
}

it('takes the same documents without what is refused in them, and goes on (10)', async () => {
  const uploader = createUploader(bare.portal.url, newIdempotencyKey())
  const link = { name: 'word/_rels/document.xml.rels', content: relation('hyperlink') }
  // As Word keeps the figures of a chart.
  const chart = { name: 'word/embeddings/Microsoft_Excel_Worksheet.xlsx', content: excelFile() }
  for (const [name, content] of [
    ['图表.docx', wordFile('甲', [chart])],
    ['说明.docx', wordFile('甲', [link])],
    ['清单.xlsx', excelFile()],
    ['收据.pdf', pdfFile({ catalog: '/OpenAction [3 0 R /Fit]' })],
  ] as const) {
    const reply = await uploader.upload(name, content)
    assert.equal(reply.status, 200, `${name} ${JSON.stringify(reply.value)}`)
    assert.equal(reply.value.name, name)
  }
})
