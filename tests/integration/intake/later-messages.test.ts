import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import Database from 'better-sqlite3'
import type { Message } from '../../../content/schema/mailbox/message.ts'
import { formKey, withoutTyped, visibleText } from '../../support/portal/citizen.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Filed, Intake } from '../../support/portal/intake.ts'
import type { StatusChanges } from '../../support/portal/bureau.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

const reply = { text: '工资已经付清。', unit: '区人社局', deliveredOn: '2026-11-21' }
const appeal = { level: 'review', lastDay: '2126-12-21' } as const
const words = '又有一个月没有发。\n<b>附上工资条</b>，一共 3 个人。'

/** A petition that the office has collected, with a status. */
const collected = async (status: StatusChanges): Promise<Filed> => {
  const filed = await intake.file()
  const last = (await intake.bureau.collect()).at(-1)?.sequence ?? 0
  await intake.bureau.acknowledge(last)
  await intake.bureau.push(filed.digits, status)
  return filed
}
/** What the office gets of a petition beyond the petition itself. */
const received = async ({ digits }: Filed): Promise<Message[]> =>
  (await intake.bureau.collect()).filter(
    ({ number, kind }) => number === digits && kind !== 'petition',
  )

it('takes a supplement once however often its form is sent, and says that it was sent', async () => {
  const { citizen, bureau } = intake
  const filed = await collected({ revision: 1 })
  const key = formKey((await citizen.track(filed.number, filed.code)).html)
  const send = (text: string) => citizen.follow('supplement', filed, { key, text })
  const pages = await Promise.all([send(words), send(words), send(` ${words}\r\n`)])
  for (const page of pages) assert.match(visibleText(page), /补充材料已送出 ?工作人员收到后/)
  const [supplement, ...more] = await received(filed)
  assert.equal(more.length, 0)
  assert.ok(supplement?.kind === 'supplement')
  assert.equal(supplement.text, words)

  const second = await send('还有一件事。')
  assert.match(visibleText(second), /补充材料已送出（2 份）/)
  assert.notEqual(formKey(second.html), key)
  assert.equal((await received(filed)).length, 2)
  const page = await citizen.track(filed.number, filed.code)
  assert.match(visibleText(page), /补充材料已送出（2 份）/)

  const last = (await bureau.collect()).at(-1)?.sequence ?? assert.fail()
  await bureau.acknowledge(last)
  const later = await citizen.track(filed.number, filed.code)
  assert.doesNotMatch(visibleText(later), /补充材料已送出/)
})

it('asks once more before it withdraws, and then offers nothing else', async () => {
  const { citizen } = intake
  const filed = await collected({ revision: 1, may: { withdraw: true, supplement: true } })
  const faulty = await citizen.follow('withdraw', filed, { reason: ' ', confirmed: 'yes' })
  assert.equal(faulty.status, 422)
  assert.match(visibleText(faulty), /请写撤回的理由/)
  const asked = await citizen.follow('withdraw', filed, { reason: '已经解决。' })
  assert.equal(asked.status, 200)
  assert.match(visibleText(asked), /真的要撤回吗.*已经解决。.*确定撤回.*不撤回，继续办理/)
  assert.deepEqual(await received(filed), [])

  const sure = { reason: '已经解决。', confirmed: 'yes' }
  const pages = await Promise.all([
    citizen.follow('withdraw', filed, sure),
    citizen.follow('withdraw', filed, { ...sure, reason: '别的理由。' }),
  ])
  for (const page of pages) {
    assert.match(visibleText(page), /撤回申请已送出/)
    assert.doesNotMatch(visibleText(page), /您现在可以/)
  }
  const sent = await received(filed)
  assert.deepEqual(
    sent.map(({ kind }) => kind),
    ['withdrawal'],
  )
})

it('takes an appeal at its level, says to whom and until when, and keeps what was typed', async () => {
  const { citizen, bureau } = intake
  const filed = await collected({
    revision: 1,
    state: 'replied',
    unit: '区人社局',
    reply,
    may: { appeal },
  })
  const offered = await citizen.track(filed.number, filed.code)
  assert.match(visibleText(offered), /申请复查.*区人社局的上一级机关、单位.*最迟 2126年12月21日/)
  const long = '字'.repeat(4001)
  const faulty = await citizen.follow('appeal', filed, { level: 'review', grounds: long })
  assert.equal(faulty.status, 422)
  assert.match(visibleText(faulty), /请删去 1 个字/)
  assert.ok(faulty.html.includes(long))
  assert.match(faulty.html, /<details id="appeal" open/)

  const stale = await citizen.follow('appeal', filed, { level: 're-review', grounds: '不同意。' })
  assert.equal(stale.status, 409)
  assert.match(visibleText(stale), /现在不能提这个申请.*不同意。/)
  for (const grounds of [words, '第二次。']) {
    const page = await citizen.follow('appeal', filed, { level: 'review', grounds })
    assert.match(visibleText(page), /复查申请已送出/)
    assert.doesNotMatch(visibleText(page), /您可以申请复查/)
  }
  const [sent, ...more] = await received(filed)
  assert.equal(more.length, 0)
  assert.ok(sent?.kind === 'appeal')
  assert.deepEqual([sent.level, sent.grounds], ['review', words])

  await bureau.push(filed.digits, { revision: 2, state: 'reviewing', unit: '区人社局', reply })
  const reviewing = visibleText(await citizen.track(filed.number, filed.code))
  assert.match(reviewing, /您的复查申请已经收到，正在复查/)
  assert.doesNotMatch(reviewing, /复查申请已送出/)
})

it('takes nothing that the status does not offer, and gives the words back', async () => {
  const { citizen } = intake
  const filed = await collected({
    revision: 1,
    state: 'closed',
    reply,
    may: { supplement: false, withdraw: false, appeal: { ...appeal, lastDay: '2026-01-05' } },
  })
  for (const [intent, fields] of [
    ['supplement', { text: words }],
    ['withdraw', { reason: '已经解决。', confirmed: 'yes' }],
    ['appeal', { level: 'review', grounds: words }],
    ['evaluate', { satisfaction: 'satisfied' }],
  ] as const) {
    const page = await citizen.follow(intent, filed, fields)
    assert.equal(page.status, 409, intent)
    assert.match(visibleText(page), /这次没有送出/)
    assert.doesNotMatch(page.html, /<b>附上/)
  }
  assert.deepEqual(await received(filed), [])
  assert.doesNotMatch(visibleText(await citizen.track(filed.number, filed.code)), /您现在可以/)
})

it('answers a wrong code as it does an unknown number, whatever is asked for', async () => {
  const { citizen } = intake
  const { number } = await collected({ revision: 1 })
  const code = 'AAAA-AAAA-AAAA'
  const ask = async (who: { number: string; code: string }) => [
    await citizen.track(who.number, who.code),
    await citizen.follow('calendar', who),
    await citizen.follow('supplement', who, { text: words }),
    await citizen.follow('withdraw', who, { reason: words, confirmed: 'yes' }),
    await citizen.follow('appeal', who, { level: 'review', grounds: words }),
  ]
  const known = await ask({ number, code })
  const unknown = await ask({ number: '1234 5678 9012 3456', code })
  assert.deepEqual([...new Set([...known, ...unknown].map(({ status }) => status))], [404])
  const shown = (pages: Page[]) => pages.map(({ html }) => withoutTyped(html))
  assert.deepEqual(shown(known), shown(unknown))
  // But for the words of the form, which are given back.
  assert.equal(new Set(shown(known)).size, 2)
})

it('gives the form back where it could not be looked at, and takes it later', async () => {
  const { citizen } = intake
  const filed = await collected({ revision: 1 })
  const wrong = { ...filed, code: 'AAAA-AAAA-AAAA' }
  const send = () => citizen.follow('supplement', wrong, { text: words, key: 'k' })
  let page = await send()
  for (let tries = 1; page.status !== 429 && tries < 300; tries += 1) page = await send()
  assert.equal(page.status, 429)
  assert.match(visibleText(page), /还没有送出.*您写的都还在下面/)
  assert.ok(page.html.includes('又有一个月没有发。'))
  assert.deepEqual(await received(filed), [])
})

it('keeps the form while the mailbox takes nothing, and sends it once afterwards', async () => {
  const { citizen, data } = intake
  const filed = await collected({ revision: 1 })
  const key = formKey((await citizen.track(filed.number, filed.code)).html)
  const lock = new Database(join(data.path, 'portal', 'mailbox.db'))
  lock.exec('begin immediate')
  const page = await citizen.follow('supplement', filed, { key, text: words })
  lock.exec('rollback')
  lock.close()
  assert.equal(page.status, 503)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
  assert.match(visibleText(page), /还没有送出，网站暂时忙不过来/)
  assert.ok(page.html.includes('又有一个月没有发。'))
  assert.equal(formKey(page.html), key)
  const again = await citizen.follow('supplement', filed, { key, text: words })
  assert.match(visibleText(again), /补充材料已送出/)
  assert.equal((await received(filed)).length, 1)
})

it('gives back what was written beside what was sent before, for it may say something else', async () => {
  const { citizen } = intake
  const filed = await collected({ revision: 1, state: 'replied', reply, may: { appeal } })
  const send = (grounds: string) => citizen.follow('appeal', filed, { level: 'review', grounds })
  assert.doesNotMatch(visibleText(await send('第一次写的。')), /这次写的/)
  assert.match(
    visibleText(await send('第二次写的。')),
    /复查申请已送出.*这次写的没有再送.*第二次写的。/,
  )
})

it('says of an evaluation that is sent once more that it is recorded', async () => {
  const { citizen, bureau } = intake
  const filed = await collected({ revision: 1, state: 'replied', reply, may: { evaluate: true } })
  const evaluate = (comment: string) =>
    citizen.follow('evaluate', filed, { satisfaction: 'satisfied', comment })
  await evaluate('很快。')
  const evaluation = { satisfaction: 'satisfied', comment: '很快。' } as const
  await bureau.push(filed.digits, { revision: 2, state: 'closed', reply, evaluation })
  const again = await evaluate('很快。')
  assert.equal(again.status, 200)
  assert.match(visibleText(again), /您的评价已经登记.*满意：很快。/)
  const other = await evaluate('很慢。')
  assert.equal(other.status, 409)
  assert.match(visibleText(other), /已经评价过.*很慢。/)
})

it('says of a withdrawal that is sent once more that it is withdrawn', async () => {
  const { citizen, bureau } = intake
  const filed = await collected({ revision: 1, may: { withdraw: true } })
  const sure = { reason: '已经解决。', confirmed: 'yes' }
  await citizen.follow('withdraw', filed, sure)
  const may = { supplement: false, withdraw: false }
  await bureau.push(filed.digits, { revision: 2, state: 'withdrawn', may })
  const again = await citizen.follow('withdraw', filed, sure)
  assert.equal(again.status, 200)
  assert.match(visibleText(again), /已经撤回 ?这件事不再办理/)
})
