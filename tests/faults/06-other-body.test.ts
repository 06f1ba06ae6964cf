import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { formKey, readReceipt, visibleText } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

it('says 409 to other words under the same key, and offers to file them as well (6)', async () => {
  const { citizen, file } = intake
  const { number, key } = await file()
  const other = { ...story, title: '工地还欠加班费' }
  const page = await citizen.file({ ...other, key })
  assert.equal(page.status, 409)
  assert.match(visibleText(page), new RegExp(`查询编号是 ${number}`))
  assert.match(page.html, /value="工地还欠加班费"/)
  const fresh = formKey(page.html)
  assert.notEqual(fresh, key)
  const second = readReceipt(await citizen.file({ ...other, key: fresh }))
  assert.notEqual(second.number, number)
})

it('files one of many different bodies that come at once, and tells the others its number (6)', async () => {
  const { citizen, bureau } = intake
  const key = await citizen.openForm()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      citizen.fileAsData({ ...story, title: `同一张表的第 ${index} 稿`, key }),
    ),
  )
  const filed = answers.filter(({ status }) => status === 200)
  assert.equal(filed.length, 1)
  const number = filed[0]?.answer.number
  for (const { status, answer } of answers) {
    assert.ok(status === 200 || status === 409, `status ${status}`)
    assert.equal(answer.number, number)
    assert.equal('code' in answer, status === 200)
  }
  assert.equal((await bureau.petitions(number)).length, 1)
})
