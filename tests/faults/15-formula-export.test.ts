import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signInClerk, type Clerk } from '../support/case/clerk.ts'
import { startCms, type RunningCms } from '../support/desk/cms.ts'
import { lampStory } from '../support/portal/stories.ts'
import { signIn } from '../support/desk/staff.ts'

describe('15 a title that a spreadsheet would run', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await startCms()
    clerk = await signInClerk(office)
  })
  after(() => office?.stop())

  const titles = ['=cmd|calc!A0', '+1+cmd|calc', '-2+3+cmd|calc', '@SUM(1,2,3)', '\t=1+2+3']

  it('is exported as text, in every form', async () => {
    for (const title of titles) {
      await clerk.wait(await office.mailbox.file({ title }), 'the case')
    }
    const response = await clerk.fetch('/desk/cases/export.csv')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /)
    const text = Buffer.from(await response.arrayBuffer()).toString()
    const lines = text.trimEnd().split('\r\n')
    assert.equal(lines.length, titles.length + 1)
    assert.match(lines[0] ?? '', /^\uFEFF查询编号,办理状态,标题,/)
    for (const [index, title] of titles.entries()) {
      const line = lines[index + 1] ?? ''
      assert.ok(line.includes(`'${title}`), line)
      // Wherever a cell begins, nothing stands that would be run.
      assert.doesNotMatch(line, /(?:^|,)"?[=+\-@\t]/, line)
    }
  })

  it('comes with the clocks, and without who filed and what they wrote', async () => {
    const number = await office.mailbox.file({ title: '路灯不亮' })
    await clerk.wait(number, 'the case')
    const text = await (await clerk.fetch('/desk/cases/export.csv')).text()
    // Spreadsheets keep fifteen digits of a number.
    const grouped = number.replace(/(\d{4})(?=\d)/g, '$1 ')
    assert.equal(grouped.length, 19)
    const line = text.split('\r\n').find((row) => row.startsWith(grouped)) ?? ''
    assert.match(line, /登记并转送、交办,\d{4}-\d\d-\d\d,最后一天 .+还有 15 天/)
    for (const secret of [lampStory.phone, lampStory.name, lampStory.facts, lampStory.idNumber]) {
      assert.ok(!text.includes(secret))
    }
  })

  it('is given to the bureau only', async () => {
    for (const role of ['publicity-author', 'publicity-reviewer', 'unit-clerk']) {
      const staff = await signIn(office, role)
      assert.equal((await staff.fetch('/desk/cases/export.csv')).status, 403, role)
    }
  })
})
