import assert from 'node:assert/strict'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { it } from 'node:test'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { pngOf } from '../files/files.ts'
import { until } from '../machine/until.ts'
import type { RunningCms } from './cms.ts'
import { openSession } from './staff.ts'

type Answer = { status: number; text: string }
type Desk = { office: RunningCms; temporary: string; tokens: Record<string, string> }

const table = `来信人,手机,诉求\r\n甲某,13900009911,楼道里的灯不亮\r\n`

/** All that stands in the folders where a request's files could be left. */
async function left({ office, temporary }: Desk): Promise<string[]> {
  const folders = [temporary, dataLayout(office.dataDir).cmsIncoming]
  const lists = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])),
  )
  // What Node and its programs keep there for themselves holds nothing of a request.
  return lists.flat().filter((name) => !name.startsWith('node-compile-cache'))
}

async function send(
  { office, tokens }: Desk,
  path: string,
  role: string,
  files: Record<string, Blob>,
): Promise<Answer> {
  const body = new FormData()
  for (const [field, blob] of Object.entries(files))
    body.append(field, blob, blob.type === 'image/png' ? 'a.png' : 'a.csv')
  const token = tokens[role]
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const answer = await fetch(`${office.cms}${path}`, {
    method: 'POST',
    body,
    ...(headers && { headers }),
  })
  return { status: answer.status, text: await answer.text() }
}

/** Sends the first part of a form and breaks off once the desk has begun to write it down. */
async function breakOff(desk: Desk, path: string): Promise<void> {
  const { office, tokens } = desk
  const asked = request(`${office.cms}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens['case-clerk']}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 10_000_000,
    },
  })
  asked.on('error', () => {})
  asked.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n')
  asked.write(`content-type: text/csv\r\n\r\n${table.repeat(1000)}`)
  const folder = dataLayout(office.dataDir).cmsIncoming
  const file = await until('the file', 30, async () => (await left(desk)).find(isOfRequest))
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  assert.equal((await stat(join(folder, file, '..'))).mode & 0o777, 0o700)
  asked.destroy()
  await until('its end', 30, async () => ((await left(desk)).length === 0 ? true : undefined))
}

const isOfRequest = (name: string) => name.includes('/')

/** That no request leaves a file behind, whatever became of it, and no words of it in the log. */
export function checkIncoming(office: () => RunningCms, temporary: string): void {
  let desk: Desk | undefined
  const open = async (): Promise<Desk> => {
    const tokens: Record<string, string> = { stranger: 'abc.def.ghi' }
    for (const role of ['case-clerk', 'publicity-author', 'publicity-publisher']) {
      tokens[role] = await openSession(office(), role)
    }
    return { office: office(), temporary, tokens }
  }
  const csv = new Blob([table], { type: 'text/csv' })
  const png = new Blob([pngOf(4, 4, '') as Uint8Array<ArrayBuffer>], { type: 'image/png' })
  const large = new Blob([new Uint8Array(3_000_000)])
  const clerk = 'case-clerk'
  const author = 'publicity-author'

  const sent: [status: number, path: string, role: string, files: Record<string, Blob>][] = [
    [200, '/desk/cases/imports', clerk, { file: csv, other: large }],
    [400, '/desk/cases/imports', clerk, { other: csv }],
    [400, '/desk/cases/imports', clerk, { file: large }],
    [403, '/desk/cases/imports', author, { file: csv }],
    [401, '/desk/cases/imports', 'nobody', { file: large }],
    [401, '/desk/cases/imports', 'stranger', { file: large }],
    [400, '/desk/cases/paper-templates/receipt', clerk, { file: csv }],
    [404, '/desk/cases/paper-templates/none', clerk, { file: csv }],
    [400, '/desk/writing/word', author, { file: csv }],
    [403, '/desk/writing/word', clerk, { file: csv }],
    [401, '/desk/writing/word', 'nobody', { file: csv }],
    [400, '/desk/writing/regulations', 'publicity-publisher', { file: csv }],
    [403, '/desk/writing/regulations', clerk, { file: csv }],
    [201, '/upload', author, { files: png }],
    [400, '/upload', author, { files: csv }],
    [400, '/upload', author, { other: png }],
    [403, '/upload', clerk, { files: png }],
    [401, '/upload', 'nobody', { files: large }],
    [415, '/admin/init', 'nobody', { a: large }],
    [415, '/desk/nothing', 'nobody', { a: large }],
    [415, '/desk/cases/queue', clerk, { a: csv }],
    [415, '/admin/login', 'nobody', { a: csv }],
  ]
  for (const [status, path, role, files] of sent) {
    it(`leaves no file: ${path}, ${Object.keys(files).join('+')} of ${role}, ${status}`, async () => {
      desk ??= await open()
      const answer = await send(desk, path, role, files)
      assert.equal(answer.status, status, answer.text)
      if (status >= 400) assert.match(answer.text, /\p{Script=Han}/u)
      assert.deepEqual(await left(desk), [])
    })
  }

  it('leaves no file of a connection that breaks', async () => {
    desk ??= await open()
    await breakOff(desk, '/desk/cases/imports')
  })

  it('writes no words of a file to the log', async () => {
    assert.doesNotMatch(await office().log(), /甲某|13900|楼道里/)
  })

  it('removes when it starts what a stop of the machine left', async () => {
    const { cmsIncoming } = dataLayout(office().dataDir)
    await office().restart(async () => {
      await mkdir(join(cmsIncoming, 'request'))
      await writeFile(join(cmsIncoming, 'request', 'file'), table)
    })
    desk = await open()
    assert.deepEqual(await left(desk), [])
  })
}
