import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import mammoth from 'mammoth'
import { dayMs, shanghaiDay } from '../../../content/calendar/day.ts'
import { publicFigures } from '../../../content/schema/entries/public-figures.ts'
import type { FiguresAnswer } from '../../../cms/src/contracts/figures/figures.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { readViewLog } from '../../support/case/queue.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn } from '../../support/desk/staff.ts'

describe('the figures of cases', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    const names = ['古丽·热合曼', '王小二', '张三丰', '赵四']
    const filed = await Promise.all(names.map((name) => office.mailbox.file({ name })))
    for (const number of filed) await clerk.wait(number, 'the case')
  })

  const views = () => readViewLog(office)

  it('counts for the bureau alone, and publishes a month that is over without small cells', async () => {
    const thisMonth = shanghaiDay(new Date()).slice(0, 7)
    const year = thisMonth.slice(0, 4)
    const { status, body } = await clerk.call('GET', `/desk/cases/figures?period=${thisMonth}`)
    assert.equal(status, 200)
    const answer = body as FiguresAnswer
    const { received, tables } = answer.figures
    const total = received.count + received.before
    assert.ok(total >= 4, String(total))
    for (const { id, rows } of tables) {
      assert.equal(
        rows.reduce((sum, { count }) => sum + count, 0),
        received.count,
        id,
      )
    }
    assert.equal(JSON.stringify(answer).includes('古丽'), false)
    assert.equal(views().at(-1)?.act, '查看统计')

    const csv = await clerk.fetch(`/desk/cases/figures/table.csv?period=${year}`)
    const bytes = Buffer.from(await csv.arrayBuffer())
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    assert.match(bytes.toString('utf8'), /问题领域,劳动和社会保障|问题领域,/)
    for (const period of [thisMonth, year]) {
      const file = await clerk.fetch(`/desk/cases/figures/report.docx?period=${period}`)
      const page = await mammoth.convertToHtml({ buffer: Buffer.from(await file.arrayBuffer()) })
      assert.doesNotMatch(page.value, /[〔〕]|undefined/)
      assert.match(page.value, period === year ? /信访工作年度报告/ : /信访工作通报/)
      assert.match(page.value, /及时受理率/)
    }
    assert.equal(views().at(-1)?.act, '导出')

    for (const period of ['2026-13', 'x', '2999', '2999-01', "2026-01'"]) {
      const refused = await clerk.call(
        'GET',
        `/desk/cases/figures?period=${encodeURIComponent(period)}`,
      )
      assert.equal(refused.status, 400, period)
    }
    for (const role of ['unit-clerk', 'publicity-publisher', 'administrator']) {
      const staff = await signIn(office, role)
      for (const path of ['', '/table.csv', '/report.docx', '/report-page', '/public-record']) {
        const { status } = await staff.fetch(`/desk/cases/figures${path}`)
        assert.equal(status, 403, `${role} ${path}`)
      }
      const asked = { month: '2026-01', isPublic: true }
      const { status } = await staff.call('POST', '/desk/cases/figures/release', asked)
      assert.equal(status, 403, role)
    }

    const release = (month: string, isPublic: boolean) =>
      clerk.call('POST', '/desk/cases/figures/release', { month, isPublic })
    for (const month of [thisMonth, year, 'x'])
      assert.equal((await release(month, true)).status, 400)
    const before = shanghaiDay(new Date(Date.parse(`${thisMonth}-01`) - dayMs)).slice(0, 7)
    const published = await release(before, true)
    assert.equal(published.status, 200)
    assert.ok((published.body as FiguresAnswer).released)
    const asked = await clerk.call('GET', `/desk/cases/figures/public-record?period=${before}`)
    const { released } = asked.body as { released: unknown }
    assert.equal(publicFigures.parse(released).month, before)
    assert.deepEqual(
      [(await release(before, true)).status, (await release(before, false)).status],
      [200, 200],
    )
    const after = await clerk.call('GET', `/desk/cases/figures/public-record?period=${before}`)
    assert.equal((after.body as { released: unknown }).released, null)
  })
})
