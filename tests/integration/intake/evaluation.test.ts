import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { visibleText } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

const reply = { text: '李秀英：\n工资已经付清。', unit: '区人社局', deliveredOn: '2026-11-21' }

it('is open once for each reply, and thanks until the office confirms', async () => {
  const { citizen, bureau, file } = intake
  const { number, digits, code } = await file()
  await bureau.push(digits, { revision: 1, state: 'replied', reply, may: { evaluate: true } })
  const asked = await citizen.track(number, code)
  assert.match(visibleText(asked), /工资已经付清。.*请您评价/)

  const empty = await citizen.evaluate(number, code, '', '字'.repeat(501))
  assert.equal(empty.status, 422)
  assert.match(visibleText(empty), /请选择满意、基本满意或不满意.*请删去 1 个字/)

  const pages = await Promise.all([
    citizen.evaluate(number, code, 'satisfied', '很快。'),
    citizen.evaluate(number, code, 'satisfied', '很快。'),
  ])
  for (const page of pages) assert.match(visibleText(page), /谢谢您的评价/)
  await citizen.evaluate(number, code, 'dissatisfied')
  const evaluations = (await bureau.collect()).filter(
    (opened) => opened.number === digits && opened.kind === 'evaluation',
  )
  assert.deepEqual(
    evaluations.map((opened) => opened.kind === 'evaluation' && opened.evaluation),
    [{ satisfaction: 'satisfied', comment: '很快。' }],
  )
  assert.match(visibleText(await citizen.track(number, code)), /谢谢您的评价/)

  const evaluation = { satisfaction: 'satisfied', comment: '很快。' } as const
  await bureau.push(digits, { revision: 2, state: 'closed', reply, evaluation })
  assert.match(visibleText(await citizen.track(number, code)), /您的评价\s*满意：很快。/)
})

it('is not taken before the office asks for it', async () => {
  const { citizen, bureau, file } = intake
  const { number, digits, code } = await file()
  await citizen.evaluate(number, code, 'satisfied')
  await bureau.push(digits, { revision: 1, state: 'accepted' })
  await citizen.evaluate(number, code, 'satisfied')
  const sent = (await bureau.collect()).filter((opened) => opened.number === digits)
  assert.equal(sent.length, 1)
})

it('that is dissatisfied shows the way to appeal with its last day, while it is open', async () => {
  const { citizen, bureau, file } = intake
  const evaluation = { satisfaction: 'dissatisfied', comment: '没有修好。' } as const
  for (const [level, name, lastDay, open] of [
    ['review', '复查', '2099-12-31', true],
    ['re-review', '复核', '2099-01-04', true],
    ['review', '复查', '2020-01-02', false],
  ] as const) {
    const { number, digits, code } = await file()
    const may = { appeal: { level, lastDay } }
    await bureau.push(digits, { revision: 1, state: 'closed', reply, evaluation, may })
    const page = await citizen.track(number, code)
    const said = visibleText(page)
    assert.match(said, /评价不满意的，由信访局安排人员回访。/)
    const day = lastDay.split('-').map(Number)
    const way = `不同意的，也可以申请${name}，最迟 ${day[0]}年${day[1]}月${day[2]}日`
    assert.equal(said.includes(way), open, said)
    assert.equal(page.html.includes('href="#appeal"'), open)
  }
})
