import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import sharp from 'sharp'
import { signInClerk } from '../../support/case/clerk.ts'
import type { Clerk } from '../../support/case/clerk.ts'
import { createCitizen, postAsBrowser, readReceipt } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import { startCms } from '../../support/desk/cms.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { excelFile, pdfFile, photograph, wordFile } from '../../support/files/files.ts'
import { freePorts } from '../../support/machine/ports.ts'
import { pointTo, startPortal } from '../../support/portal/portal.ts'
import type { RunningPortal } from '../../support/portal/portal.ts'
import { solveProof } from '../../support/portal/proof.ts'
import { buildSite } from '../../support/release/site-release.ts'
import type { SiteRelease } from '../../support/release/site-release.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'
import { createUploader } from '../../support/portal/uploads.ts'

let release: SiteRelease
let cms: RunningCms
let portal: RunningPortal
let clerk: Clerk
type Files = Record<string, Buffer>
/** Pictures and films: sent as a telephone took them. */
let changed: Files = {}
/** Of both kinds of files, each sent with the form and uploaded by the script. */
const numbers: string[] = []
before(async () => {
  release = await buildSite()
  const [port] = await freePorts(1)
  cms = await startCms({ MAILBOX_ENDPOINT: `http://127.0.0.1:${port}/mailbox` })
  await cms.restart(async () => {
    pointTo(cms.dataDir, release.folder)
    portal = await startPortal(cms.dataDir, { PORTAL_PORT: String(port) })
    changed = { '现场.jpg': await withPlace(), '经过.mov': telephoneFilm() }
    for (const files of [untouched, changed]) {
      for (const scripted of [false, true]) numbers.push(await file(files, scripted))
    }
  })
  clerk = await signInClerk(cms)
})
after(async () => {
  await portal?.stop()
  await cms?.stop()
  release?.remove()
})

const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 0x5a)])
const recording = Buffer.concat([
  Buffer.from('#!AMR\n'),
  ...Array.from({ length: 40 }, () => frame),
])
/** Documents, and a recording that tells nothing of where it was taken: they stay as they were sent. */
const untouched = {
  '合同.docx': wordFile('甲方欠付工资三个月。'),
  '工资表.xlsx': excelFile(),
  '收据.pdf': pdfFile({ text: '收据' }),
  '空行在前.pdf': Buffer.concat([Buffer.from('\r\n\r\n'), pdfFile({ text: '扫描件' })]),
  '通话.amr': recording,
}

async function withPlace(): Promise<Buffer> {
  const exif = { IFD0: { Make: 'CANARY', Model: 'CANARY' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } }
  return sharp(await photograph(320, 200))
    .rotate()
    .withExif(exif)
    .jpeg()
    .toBuffer()
}

/** Files a petition with files, and gives its number. */
async function file(files: Files, scripted: boolean): Promise<string> {
  const key = await createCitizen(portal.url).openForm()
  const form = new FormData()
  // As in the page: the key stands before the files that come under it.
  form.append('key', key)
  const stated: string[] = []
  for (const [name, content] of Object.entries(files)) {
    if (!scripted) form.append('files', new File([new Uint8Array(content)], name))
    else {
      const { id, value } = await createUploader(portal.url, key).upload(name, content)
      assert.equal(value.state, 'ready', name)
      stated.push(id)
    }
  }
  const attachments = scripted ? stated.join(' ') : 'all'
  const fields = { ...story, attachments, proof: await solveProof(portal.url) }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const { number } = readReceipt(await postAsBrowser(`${portal.url}/petition/`, form))
  return number.replaceAll(' ', '')
}

/** What a clerk has after a click on each file of a petition, by its name. */
async function downloads(number: string): Promise<Map<string, Buffer>> {
  const entry = await clerk.wait(number, 'the files', ({ attachments }) =>
    attachments.every(({ state }) => state === 'kept'),
  )
  const got = new Map<string, Buffer>()
  for (const { id } of entry.attachments) {
    const response = await clerk.fetch(`/desk/cases/${entry.documentId}/attachments/${id}`)
    assert.equal(response.status, 200)
    const name = response.headers.get('content-disposition')?.split("''")[1] ?? ''
    got.set(decodeURIComponent(name), Buffer.from(await response.arrayBuffer()))
  }
  return got
}

it('gives the clerk documents and recordings byte for byte', async () => {
  for (const number of numbers.slice(0, 2)) {
    const got = await downloads(number)
    assert.deepEqual([...got.keys()], Object.keys(untouched))
    for (const [name, content] of Object.entries(untouched)) {
      assert.ok(got.get(name)?.equals(content), name)
    }
  }
})

it('gives the clerk pictures and films without place and device, and else as they were', async () => {
  for (const bytes of Object.values(changed)) assert.ok(bytes.includes('CANARY'))
  const sent = await look(changed['现场.jpg'])
  for (const number of numbers.slice(2)) {
    const got = await downloads(number)
    assert.deepEqual([...got.keys()], Object.keys(changed))
    for (const [name, bytes] of got) assert.ok(!bytes.includes('CANARY'), name)
    const now = await look(got.get('现场.jpg'))
    assert.deepEqual(now.size, sent.size)
    assert.equal(now.exif, undefined)
    now.means.forEach((mean, at) => assert.ok(Math.abs(mean - (sent.means[at] ?? -99)) < 2))
    for (const sample of ['PICTURE-1', 'PICTURE-22']) {
      assert.ok(got.get('经过.mov')?.includes(sample), sample)
    }
  }
})

async function look(picture: Buffer = Buffer.alloc(0)) {
  const { format, width, height, exif } = await sharp(picture).metadata()
  const { channels } = await sharp(picture).stats()
  return { size: [format, width, height], exif, means: channels.map(({ mean }) => mean) }
}
