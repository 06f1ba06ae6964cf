import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { collection, signIn } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

let office: RunningCms
before(async () => void (office = await startCms()))
after(() => office?.stop())

type Report = {
  documentId: string
  page: string
  text: string
  contact: string | null
  handling: string
}
type NewReports = {
  count: number
  some: { documentId: string; title: string; type: string }[]
}
const path = collection('report')
const contact = '13900005678 王先生'

it('shows publicity staff where readers found errors, and lets them say what became of it', async () => {
  const author = await signIn(office, 'publicity-author')
  const number = '1234567890123456'
  const report = { page: 'https://xf.example/essays/a/', text: '“信仿”应当是“信访”', contact }
  await office.mailbox.send('report', { number, report })
  await office.mailbox.send('report', {
    number: '2234567890123456',
    report: { page: '', text: '首页打不开', contact: '' },
  })
  const listed = await until('the reports', 30, async () => {
    const { body } = (await author.call('GET', path)) as { body: { results?: Report[] } }
    return body.results?.length === 2 ? body.results : undefined
  })
  const first = listed.find((row) => row.contact === contact) ?? assert.fail()
  assert.deepEqual([first.page, first.text, first.handling], [report.page, report.text, '待处理'])
  const other = listed.find((row) => row !== first)
  assert.deepEqual([other?.page, other?.contact], ['没有写明', null])

  const home = async () =>
    ((await author.call('GET', '/desk/home')).body as { reports: NewReports }).reports
  const before = await home()
  assert.deepEqual(
    [before.count, before.some.map(({ title, type }) => [title, type])],
    [
      2,
      [
        [other?.text, '没有写明'],
        [report.text, report.page],
      ],
    ],
  )

  const change = { handling: '已改正', remark: '已改', text: '另外的话' }
  const saved = await author.call('PUT', `${path}/${first.documentId}`, change)
  assert.equal(saved.status, 200)
  const { body } = await author.call('GET', `${path}/${first.documentId}`)
  const { data } = body as { data: Report }
  assert.deepEqual([data.handling, data.text], ['已改正', report.text])
  const after = await home()
  assert.deepEqual(
    [after.count, after.some.map(({ documentId }) => documentId)],
    [1, [other?.documentId]],
  )
})

it('is read by publicity staff only, and nobody makes one up', async () => {
  for (const role of ['case-clerk', 'unit-clerk']) {
    const staff = await signIn(office, role)
    assert.equal((await staff.call('GET', path)).status, 403, role)
  }
  const author = await signIn(office, 'publicity-author')
  assert.equal((await author.call('POST', path, { page: 'a', text: 'b' })).status, 403)
})

it('rests in no file in the clear', () => {
  const files = readdirSync(office.dataDir, { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  for (const secret of [contact, '信仿']) assert.ok(!Buffer.concat(bytes).includes(secret), secret)
})
