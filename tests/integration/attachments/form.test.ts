import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { connect } from 'node:net'
import { formKey, readReceipt, visibleText } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { filmFile, pdfFile, photograph, wordFile } from '../../support/files/files.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'
import { solveProof } from '../../support/portal/proof.ts'
import { collectFile } from '../../support/portal/uploads.ts'
import { zip } from '../../support/files/zip.ts'

let intake: Intake
before(async () => void (intake = await startIntake()))
after(() => intake.stop())

type Files = readonly (readonly [string, Buffer])[]

/** Posts the form with files as a browser without a script does. */
async function post(
  fields: Record<string, string>,
  files: Files,
  url = intake.portal.url,
): Promise<Page> {
  const form = new FormData()
  const proof = await solveProof(url)
  const all = { ...story, attachments: 'all', proof, ...fields }
  const { key = '', ...rest } = all as Record<string, string>
  form.append('key', key)
  for (const [name, value] of Object.entries(rest)) form.append(name, value)
  for (const [name, content] of files)
    form.append('files', new Blob([new Uint8Array(content)]), name)
  if (files.length === 0) form.append('files', new Blob([]), '')
  const response = await fetch(`${url}/petition/`, { method: 'POST', body: form })
  return { status: response.status, html: await response.text(), headers: response.headers }
}

it('offers the choice of files, and what may be chosen, to browsers without a script', async () => {
  const page = await intake.citizen.open('/petition/')
  assert.match(page.html, /<form[^>]*enctype="multipart\/form-data"/i)
  assert.match(page.html, /<input[^>]*type="file"[^>]*multiple/)
  assert.doesNotMatch(page.html, /<input[^>]*type="file"[^>]*accept=/)
  assert.match(
    visibleText(page),
    /最多 10 个，照片和文档每个不超过 10 MB，录音和视频每个不超过 50 MB/,
  )
})

it('takes files with the form, and the same form again gives the same receipt', async () => {
  const { citizen, bureau, portal, data } = intake
  const key = await citizen.openForm()
  const files: Files = [
    ['现场.jpg', await photograph()],
    ['收据.pdf', pdfFile()],
  ]
  const receipt = readReceipt(await post({ key }, files))
  assert.deepEqual(readReceipt(await post({ key }, files)), receipt)
  assert.deepEqual(readReceipt(await post({ key }, [])), receipt)
  const [petition, ...more] = await bureau.petitions(receipt.number.replaceAll(' ', ''))
  assert.equal(more.length, 0)
  assert.deepEqual(
    petition?.attachments.map(({ name }) => name),
    ['现场.jpg', '收据.pdf'],
  )
  for (const { id, sha256 } of petition?.attachments ?? []) {
    assert.equal((await collectFile(portal.url, data, id)).sha256, sha256)
  }
  assert.equal((await post({ key }, [['别的.pdf', pdfFile({ text: '别的' })]])).status, 409)
})

it('keeps the files when another field is wrong, and lists them', async () => {
  const { citizen, bureau } = intake
  const key = await citizen.openForm()
  const page = await post({ key, phone: '1' }, [['收据.pdf', pdfFile()]])
  assert.equal(page.status, 422)
  assert.equal(formKey(page.html), key)
  assert.match(visibleText(page), /收据\.pdf\s*已上传/)
  const { number } = readReceipt(await post({ key }, [['合同.docx', wordFile('甲')]]))
  const [petition] = await bureau.petitions(number.replaceAll(' ', ''))
  assert.deepEqual(
    petition?.attachments.map(({ name }) => name),
    ['收据.pdf', '合同.docx'],
  )
})

it('files nothing when files stand before the key, which no browser does, and drops none unsaid', async () => {
  const { citizen, bureau, portal } = intake
  const key = await citizen.openForm()
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(pdfFile())]), '收据.pdf')
  const fields = { ...story, attachments: 'all', proof: await solveProof(portal.url), key }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const response = await fetch(`${portal.url}/petition/`, { method: 'POST', body: form })
  const page = { status: response.status, html: await response.text(), headers: response.headers }
  assert.equal(page.status, 503)
  assert.ok(page.html.includes('找过劳动监察'))
  const { number } = readReceipt(await post({ key }, [['收据.pdf', pdfFile()]]))
  const [petition] = await bureau.petitions(number.replaceAll(' ', ''))
  assert.deepEqual(
    petition?.attachments.map(({ name }) => name),
    ['收据.pdf'],
  )
})

it('files nothing when a file is refused, says why, and goes without it the next time', async () => {
  const { citizen, bureau } = intake
  const key = await citizen.openForm()
  const page = await post({ key }, [
    ['收据.pdf', pdfFile()],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['空.pdf', Buffer.alloc(0)],
  ])
  assert.equal(page.status, 422)
  assert.match(
    visibleText(page),
    /还没有提交.*“图\.svg”：不收网页和 SVG.*“空\.pdf”：这个文件是空的/,
  )
  assert.ok(page.html.includes('找过劳动监察'))
  const { number } = readReceipt(await post({ key }, []))
  const [petition] = await bureau.petitions(number.replaceAll(' ', ''))
  assert.deepEqual(
    petition?.attachments.map(({ name }) => name),
    ['收据.pdf'],
  )
})

it('counts none that is refused among the ten, and takes what comes beside them', async () => {
  const { citizen, bureau } = intake
  const key = await citizen.openForm()
  const good: Files = Array.from({ length: 10 }, (_, at) => [
    `${at}.pdf`,
    pdfFile({ text: `${at}` }),
  ])
  const bad: Files = [
    ['收据.pdf.exe', pdfFile()],
    ['现场.zip', zip([{ name: 'a.txt', content: '甲' }])],
    ['录音.ogg', Buffer.from(`OggS\0\x02${'\0'.repeat(22)}OpusHead\x01\x01${'\0'.repeat(20)}`)],
  ]
  const page = await post({ key }, [...bad, ...good])
  assert.equal(page.status, 422)
  const words = visibleText(page)
  assert.match(
    words,
    /“收据\.pdf\.exe”：文件名最后的扩展名.*“现场\.zip”：不收压缩包.*“录音\.ogg”：这是 OGG/,
  )
  assert.doesNotMatch(words, /附件超出了限度/)
  const { number } = readReceipt(await post({ key }, []))
  const [petition] = await bureau.petitions(number.replaceAll(' ', ''))
  assert.deepEqual(
    petition?.attachments.map(({ name }) => name),
    good.map(([name]) => name),
  )
})

it('refuses forms that are too much in any way, and loses no words of those that may be real (9)', async () => {
  const { citizen } = intake
  const key = await citizen.openForm()
  const eleven: Files = Array.from({ length: 11 }, (_, at) => [
    `${at}.pdf`,
    pdfFile({ text: `${at}` }),
  ])
  const many = await post({ key }, eleven)
  assert.equal(many.status, 422)
  assert.match(visibleText(many), /附件超出了限度/)
  const large = await post({ key: await citizen.openForm() }, [
    ['大.mp4', filmFile(51 * 1024 * 1024)],
  ])
  assert.equal(large.status, 422)
  assert.match(visibleText(large), /“大\.mp4”：文件太大/)
  const fields = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`f${at}`, 'x']))
  assert.equal((await post({ key, ...fields }, [])).status, 400)
  assert.equal((await post({ key, facts: '长'.repeat(50_000) }, [])).status, 413)
})

it('refuses what is no form, and frees what a broken connection has left (9)', async () => {
  const { portal, data } = intake
  const send = (type: string, body: string) =>
    fetch(`${portal.url}/petition/`, { method: 'POST', body, headers: { 'content-type': type } })
  assert.equal((await send('multipart/form-data', 'x')).status, 400)
  assert.equal((await send('multipart/form-data; boundary=b', 'x')).status, 400)
  const nested = '--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n'
  assert.ok((await send('multipart/form-data; boundary=b', nested)).status < 500)
  const headers = `--b\r\n${'X-A: b\r\n'.repeat(50_000)}\r\n`
  assert.ok((await send('multipart/form-data; boundary=b', headers)).status < 500)

  const key = await intake.citizen.openForm()
  const socket = connect(portal.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(
    `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nContent-Length: 900000\r\n` +
      'Content-Type: multipart/form-data; boundary=b\r\n\r\n' +
      `--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n${key}\r\n` +
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 ',
  )
  const list = async () => {
    const response = await fetch(`${portal.url}/petition/attachments/`, {
      headers: { 'form-key': key },
    })
    return ((await response.json()) as { attachments: unknown[] }).attachments.length
  }
  const reach = async (count: number) => {
    while ((await list()) !== count) await new Promise((resolve) => setImmediate(resolve))
  }
  await reach(1)
  socket.destroy()
  await reach(0)
  assert.ok(!portal.output().includes('a request failed'))
  assert.ok(data.path)
})

it('says that there is no room for files now, and keeps what was typed (3)', async (t) => {
  const full = await startIntake({ ATTACHMENTS_ROOM_MB: '1' })
  t.after(full.stop)
  const key = await full.citizen.openForm()
  const page = await post({ key }, [['收据.pdf', pdfFile()]], full.portal.url)
  assert.equal(page.status, 503)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
  assert.match(visibleText(page), /还没有收下/)
  assert.ok(page.html.includes('找过劳动监察'))
  assert.ok(readReceipt(await post({ key: formKey(page.html) }, [], full.portal.url)).number)
})
