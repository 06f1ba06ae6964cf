import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { startBarePortal } from '../support/portal/bare-portal.ts'
import type { BarePortal } from '../support/portal/bare-portal.ts'
import { filmFile, pdfFile, photograph, wordFile } from '../support/files/files.ts'
import { collectFile, createUploader } from '../support/portal/uploads.ts'
import { zip } from '../support/files/zip.ts'

let bare: BarePortal
before(async () => void (bare = await startBarePortal()))
after(() => bare.stop())

const archive = zip([{ name: 'a.html', content: '<script>alert(1)</script>' }])
const behind = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)))
const page = '<!DOCTYPE html><script>alert(1)</script>'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

const refused: [string, string, string, () => Buffer | Promise<Buffer>][] = [
  [
    'an archive behind a photograph',
    'a.jpg',
    'mixed',
    async () => behind(await photograph(), archive),
  ],
  ['an archive behind a PDF', 'a.pdf', 'mixed', () => behind(pdfFile(), archive)],
  ['an archive behind a film', 'a.mp4', 'mixed', () => behind(filmFile(400_000), archive)],
  [
    'a document behind something else',
    'a.docx',
    'damaged',
    () => {
      const moved = wordFile('甲')
      return behind('PK\x03\x04 and more', moved)
    },
  ],
  ['a PDF behind a page', 'a.pdf', 'page', () => behind(page, pdfFile())],
  ['a PDF behind noise', 'a.pdf', 'mixed', () => behind('\x01\x02\x03', pdfFile())],
  ['a PDF in a photograph', 'a.jpg', 'mixed', async () => behind(await photograph(), pdfFile())],
  ['a script in a photograph', 'a.jpg', 'mixed', async () => behind(await photograph(), '<?php x')],
  ['a page', 'a.pdf', 'page', () => Buffer.from(page)],
  ['a page in UTF-16', 'a.txt', 'page', () => Buffer.from(`\ufeff${page}`, 'utf16le')],
  ['a drawing with a script', 'a.svg', 'page', () => Buffer.from(drawing)],
  [
    'a drawing behind a declaration',
    'a.png',
    'page',
    () => behind('<?xml version="1.0"?>\n', drawing),
  ],
  [
    'a program under the name of a document',
    'x.pdf',
    'program',
    () => behind('MZ', Buffer.alloc(900)),
  ],
  ['a shell script', 'a.jpg', 'program', () => Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['an empty archive', 'a.docx', 'archive', () => behind('PK\x05\x06', Buffer.alloc(18))],
  ['a packed file', 'a.pdf', 'archive', () => Buffer.from('1f8b0800000000000003', 'hex')],
  ['plain text', 'a.txt', 'text', () => Buffer.from('只是文字')],
]

for (const [what, name, refusal, make] of refused) {
  it(`refuses ${what} (12)`, async () => {
    const uploader = createUploader(bare.portal.url, newIdempotencyKey())
    const reply = await uploader.upload(name, await make())
    assert.equal(reply.status, 422, JSON.stringify(reply.value))
    assert.equal(reply.value.refusal, refusal)
  })
}

const programs = [
  '收据.pdf.exe',
  '收据.PDF.EXE',
  '照片.jpg.scr',
  '说明.docx.js',
  '说明.lnk',
  '收据.pdf.exe. . ',
  '收据.pdf.e\u200bxe',
  '收据\u202Efdp.exe',
  '收据.pdf\u2066.bat\u2069',
  '收据.pdf                                                    .exe',
  '收据.exe::$DATA',
  '收据.pdf.\uff45xe',
  '..\\..\\启动\\a.vbs',
]
for (const name of programs) {
  it(`refuses whatever is called as a program: ${JSON.stringify(name)} (12)`, async () => {
    const { portal } = bare
    const reply = await createUploader(portal.url, newIdempotencyKey()).upload(name, pdfFile())
    assert.equal(reply.status, 422, JSON.stringify(reply.value))
    assert.equal(reply.value.refusal, 'executable')
    assert.match(String(reply.value.message), /程序.*请改好文件名/)
  })
}

it('names a file by what it is, and gives it out as nothing but a download (12)', async () => {
  const { portal, data, file } = bare
  const key = newIdempotencyKey()
  const uploader = createUploader(portal.url, key)
  const original = pdfFile()
  const reply = await uploader.upload('收据.exe.php', original)
  assert.equal(reply.value.name, '收据.exe.pdf')
  assert.equal((await file(key, reply.id)).status, 200)
  const { response, content } = await collectFile(portal.url, data, reply.id)
  assert.deepEqual(content, original)
  assert.equal(response.headers.get('content-disposition'), 'attachment')
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(response.headers.get('content-type'), 'application/octet-stream')
})
