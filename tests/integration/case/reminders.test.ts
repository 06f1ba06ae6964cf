import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, shanghaiDay } from '../../../content/calendar/day.ts'
import { formatReceiptNumber } from '../../../content/characters/receipt-number.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startMailServer } from '../../support/case/notify-servers.ts'
import { paperLine, paperText } from '../../support/case/papers.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'
import { lampStory } from '../../support/portal/stories.ts'

/** The unit of the first unit account, and another. */
const own = '区城市管理和综合执法局'
const other = '区民政局'

describe('reminders and letters', () => {
  let office: RunningCms
  let sending: Record<string, string>
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let clerk: Clerk
  let unit: Staff
  let entry: CaseEntry
  let olderPaper = 0
  before(async () => {
    mail = await startMailServer()
    sending = {
      SITE_URL: 'https://xf.example.cn',
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: '信访局 <office@example.cn>',
    }
    office = await startCms(sending)
    clerk = await signInClerk(office)
    unit = await signIn(office, 'unit-clerk')
  })
  after(async () => {
    await office?.stop()
    await mail?.stop()
  })

  const head = 'head@lighting.example'
  const addressOf = (role: string) =>
    office.logins.find((login) => login.role === role)?.email ?? assert.fail(role)
  const today = () => shanghaiDay(new Date())
  const pageOf = async (staff: Staff, { documentId }: CaseEntry) =>
    (await staff.call('GET', `/desk/cases/${documentId}/page`)).body as CasePage
  /** The mails about a case that there are, or come within some seconds. */
  const mailsAbout = (of: CaseEntry, words: RegExp, count: number) =>
    until(`${count} mails: ${words}`, 30, async () => {
      const found = mail.mails.filter(
        ({ text }) => words.test(text) && text.includes(of.documentId),
      )
      return found.length >= count ? found : undefined
    })
  const readersOf = (mails: { to: string[] }[]) => mails.flatMap(({ to }) => to).sort()

  it('a clock is reminded of to the unit and its head on its last day, with nothing of the petition', async () => {
    const administrator = await signIn(office, 'administrator')
    const { body } = await administrator.call('GET', `${collection('department')}?pageSize=100`)
    const { results } = body as { results: { documentId: string; name: string }[] }
    const { documentId: id } = results.find(({ name }) => name === own) ?? assert.fail(own)
    const tie = { account: head, head: true, unit: { connect: [{ documentId: id }] } }
    const made = await administrator.call('POST', collection('unit-account'), tie)
    assert.equal(made.status, 201, JSON.stringify(made.body))

    entry = await clerk.wait(await office.mailbox.file(lampStory), 'the case')
    await clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', units: [{ unit: own, lead: true, dueOn: today() }] },
    )
    const mails = await mailsAbout(entry, /临期交办.*反馈办理结果/, 2)
    assert.deepEqual(readersOf(mails), [head, addressOf('unit-clerk')].sort())
    for (const { subject, text } of mails) {
      assert.match(subject, /^办件期限提醒：\d+ 件$/)
      assert.match(text, new RegExp(`编号 ${formatReceiptNumber(entry.number)}`))
      assert.match(text, new RegExp(`/admin/desk/cases/${entry.documentId}`))
      for (const words of [lampStory.name, lampStory.title, lampStory.facts, lampStory.phone]) {
        assert.ok(!text.includes(words) && !subject.includes(words), words)
      }
    }
    const events = (await pageOf(clerk, entry)).events.filter(({ text }) => /^临期交办/.test(text))
    assert.equal(events.length, 1)
    assert.match(events[0]?.text ?? '', /已提醒承办单位、单位负责人。$/)
    assert.equal(events[0]?.internal, true)
    await until('the status', 20, async () => {
      const status = office.mailbox.statuses.get(entry.number)
      if (status?.state !== 'referred') return undefined
      assert.doesNotMatch(JSON.stringify(status), /临期|督办|提醒/)
      return true
    })
  })

  it('a letter presses the unit, which is told by mail, reads it and answers it', async () => {
    const dueOn = addDays(today(), 5)
    const ask = { kind: 'supervise', reason: '收到五天了还没有告知信访人', dueOn }
    const post = (staff: Staff, step: object) =>
      staff.call('POST', `/desk/cases/${entry.documentId}/actions`, step)
    assert.equal((await post(unit, ask)).status, 403)
    assert.equal((await post(clerk, { ...ask, unit: other })).status, 409)
    assert.equal((await post(clerk, { ...ask, dueOn: addDays(today(), -1) })).status, 409)
    assert.equal((await post(clerk, { ...ask, reason: ' ' })).status, 409)
    assert.equal((await post(clerk, ask)).status, 200)
    const mails = await mailsAbout(entry, /督办函/, 2)
    assert.deepEqual(readersOf(mails), [head, addressOf('unit-clerk')].sort())
    for (const { text } of mails) assert.ok(!text.includes(ask.reason))

    const page = await pageOf(unit, entry)
    assert.equal(page.desk.actions[0], 'answer-supervision')
    const [letter] = page.letters
    assert.match(letter?.number ?? '', /^信督〔\d{4}〕1号$/)
    assert.deepEqual([letter?.reason, letter?.dueOn, letter?.answer], [ask.reason, dueOn, null])
    assert.ok(page.desk.clocks.some(({ name }) => name === '反馈督办情况'))
    const paper = (await paperLine(unit, entry, 'supervision')).issued[0]
    const text = await paperText(clerk, entry, paper?.id ?? 0)
    assert.ok(text.includes(ask.reason) && text.includes('以前书面反馈办理情况'), text)

    const answer = { kind: 'answer-supervision', text: '材料已经备齐，明天告知。' }
    assert.equal((await post(unit, answer)).status, 200)
    assert.equal((await post(unit, answer)).status, 409)
    const [told] = await mailsAbout(entry, /督办反馈/, 1)
    assert.deepEqual(told?.to, [addressOf('case-clerk')])
    assert.equal((await pageOf(clerk, entry)).letters[0]?.answer?.text, answer.text)
    assert.equal((await pageOf(unit, entry)).letters[0]?.answer?.text, answer.text)
  })

  it('is reminded of once after its last day, whenever the desk runs again, and to the bureau too', async () => {
    mail.mails.length = 0
    const sweep = `
      const { sweepReminders } = require('./dist/src/casework/remind/give-reminders.js')
      const { queueOf } = require('./dist/src/casework/queue/queue.js')
      const { readWorkdays } = require('./dist/src/casework/record/workdays.js')
      while (queueOf(strapi).reading() !== null) await new Promise((done) => setTimeout(done, 50))
      const late = new Date(Date.now() + 3 * 86400000)
      const given = () => strapi.db.query('api::case-event.case-event').count({ where: { kind: 'reminded' } })
      const counts = [await given()]
      for (const turn of [1, 2]) {
        const passed = { day: '', cases: new Set() }
        await sweepReminders(strapi, late, 100, passed, { table: readWorkdays(), mails: true })
        counts.push(await given())
      }
      const waiting = () => strapi.db.query('api::staff-mail.staff-mail').count({ where: { state: 'waiting' } })
      while ((await waiting()) > 0) await new Promise((done) => setTimeout(done, 100))
      return counts`
    // A paper of before versions of templates were kept.
    const { of } = await paperLine(clerk, entry, 'receipt')
    const older = `
      const { recordEvents } = require('./dist/src/casework/record/record-events.js')
      const { readCase } = require('./dist/src/casework/record/case-record.js')
      const row = await readCase(strapi, { number: '${entry.number}' })
      const kept = { template: null, words: null }
      const serial = { mark: '信', year: 2025, serial: 1 }
      const body = { kind: 'paper-issued', told: null, paper: 'receipt', of: ${of}, unit: null, ...serial, ...kept }
      const event = { at: new Date().toISOString(), actor: { kind: 'system' }, body }
      await strapi.db.transaction(() => recordEvents(strapi, row, [event]))
      return row.eventCount + 1`
    let counts: number[] = []
    await office.restart(async () => {
      olderPaper = await insideDesk<number>(office.dataDir, older, sending)
      counts = await insideDesk<number[]>(office.dataDir, sweep, sending)
      // Another start of the desk in between, on the same day.
      const again = await insideDesk<number[]>(office.dataDir, sweep, sending)
      assert.equal(again[2], counts[2])
    })
    const [before, once, twice] = counts
    assert.equal(once, (before ?? 0) + 1)
    assert.equal(twice, once)
    clerk = await signInClerk(office)
    const mails = await mailsAbout(entry, /【督办】.*没有按期反馈办理结果/, 3)
    assert.deepEqual(
      readersOf(mails),
      [head, addressOf('unit-clerk'), addressOf('case-clerk')].sort(),
    )
    const { body } = await clerk.call('GET', `/desk/cases/${entry.documentId}/page`)
    assert.equal((body as CasePage).desk.record.intact, true)
  })

  it('a paper of before versions of templates were kept stays as it is, once a template is changed', async () => {
    const text = await paperText(clerk, entry, olderPaper)
    assert.match(text, /信登〔2025〕1号/)
    const path = '/desk/cases/paper-templates/receipt'
    const words = ['〔文书编号〕', '〔信访人〕', '〔查询编号〕', '〔办理期限〕', '〔日期〕']
    for (const title of ['换过的笺', '又换过的笺']) {
      const body = [title, ...words].map((line) => p(line)).join('')
      assert.equal((await clerk.send(path, '告知.docx', packDocx({ body }))).status, 200)
      assert.equal(await paperText(clerk, entry, olderPaper), text)
    }
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.equal(await paperText(clerk, entry, olderPaper), text)
  })

  it('nobody of a unit that the case accuses is reminded of it: the bureau is', async () => {
    const accusing = await clerk.wait(await office.mailbox.file(lampStory), 'another case')
    await clerk.take(accusing, { kind: 'register' }, { kind: 'refer', unit: other })
    const accused = `/desk/cases/${accusing.documentId}/accused-units`
    const give = { unit: own, lead: false, note: '', dueOn: today() }
    await clerk.take(accusing, {
      kind: 'add-units',
      units: [{ ...give, unit: '区住房和城乡建设局' }],
    })
    assert.equal((await clerk.call('PUT', accused, { units: [own] })).status, 200)
    const mails = await mailsAbout(accusing, /临期交办/, 1)
    // That unit has no account, so that somebody at the bureau is told.
    assert.deepEqual(readersOf(mails), [addressOf('case-clerk')])
    assert.equal(
      (
        await clerk.call('POST', `/desk/cases/${accusing.documentId}/actions`, {
          kind: 'supervise',
          unit: own,
          reason: '拖延',
          dueOn: today(),
        })
      ).status,
      409,
    )
  })
})
