import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, shanghaiDay } from '../../../content/calendar/day.ts'
import { formatReceiptNumber } from '../../../content/characters/receipt-number.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type {
  CasePapers,
  PaperIssued,
  PaperLine,
} from '../../../cms/src/contracts/papers/papers.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { startMailServer } from '../../support/case/notify-servers.ts'
import { until } from '../../support/machine/until.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { convert } from '../../support/files/word-conversion.ts'

/** The unit of the first unit account, and another. */
const own = '区城市管理和综合执法局'
const other = '区民政局'
const roles = ['administrator', 'publicity-author', 'publicity-reviewer', 'publicity-publisher']
const templates = '/desk/cases/paper-templates'

describe('the papers of cases', () => {
  let office: RunningCms
  let sending: Record<string, string>
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let clerk: Clerk
  let unit: Staff
  let first: CaseEntry
  let second: CaseEntry
  let third: CaseEntry
  const others: [string, Staff][] = []
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
    for (const role of roles) others.push([role, await signIn(office, role)])
    first = await clerk.wait(await office.mailbox.file(lampStory), 'the case')
    second = await clerk.wait(await office.mailbox.file(lampStory), 'another case')
    const steps = [
      { kind: 'register' },
      { kind: 'refer', unit: own },
      { kind: 'accept', unit: own },
    ]
    for (const entry of [first, second]) await clerk.take(entry, ...steps)
  })
  after(async () => {
    await office?.stop()
    await mail?.stop()
  })

  const at = ({ documentId }: CaseEntry, path = '') => `/desk/cases/${documentId}/papers${path}`
  async function linesOf(staff: Staff, entry: CaseEntry): Promise<PaperLine[]> {
    const { status, body } = await staff.call('GET', at(entry))
    assert.equal(status, 200, JSON.stringify(body))
    return (body as CasePapers).papers
  }
  const lineOf = async (staff: Staff, entry: CaseEntry, paper: string) =>
    (await linesOf(staff, entry)).find((line) => line.paper === paper) ?? assert.fail(paper)
  const post = (staff: Staff, entry: CaseEntry, { paper, of, about }: PaperLine) =>
    staff.call('POST', at(entry), { paper, of, about })
  async function issue(staff: Staff, entry: CaseEntry, paper: string): Promise<PaperIssued> {
    const { status, body } = await post(staff, entry, await lineOf(staff, entry, paper))
    assert.equal(status, 200, JSON.stringify(body))
    return body as PaperIssued
  }
  async function textOf(entry: CaseEntry, id: number): Promise<string> {
    const answer = await clerk.fetch(at(entry, `/${id}`))
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*\.docx$/)
    const converted = await convert(Buffer.from(await answer.arrayBuffer()))
    return converted.ok ? `${converted.title}\n${converted.markdown}` : assert.fail(converted.error)
  }

  it('have numbers by kind and year that neither change nor double', async () => {
    const one = await issue(clerk, first, 'receipt')
    const two = await issue(clerk, second, 'receipt')
    const [, year] = /^信登〔(\d{4})〕1号$/.exec(one.number) ?? assert.fail(one.number)
    assert.equal(two.number, `信登〔${year}〕2号`)
    assert.equal((await issue(clerk, first, 'acceptance')).number, `信受〔${year}〕1号`)
    const line = await lineOf(clerk, first, 'receipt')
    assert.equal(line.open, false)
    assert.deepEqual((await post(clerk, first, line)).body, one)
    const text = await textOf(first, one.id)
    assert.ok(text.includes(one.number))
    assert.match(text, /最后一天是\d{4}年\d+月\d+日/)
  })

  it('have different numbers where many letters are sent at once', async () => {
    const letter = {
      kind: 'remind',
      reason: '快到期了',
      dueOn: addDays(shanghaiDay(new Date()), 9),
    }
    const entries = [first, second, first, second, first, second]
    const answers = await Promise.all(
      entries.map(({ documentId }) =>
        clerk.call('POST', `/desk/cases/${documentId}/steps`, letter),
      ),
    )
    const sent = answers.filter(({ status }) => status === 200).length
    assert.ok(sent >= 1)
    // Whoever came second to the same case was refused with words, and nothing of it is left.
    for (const { status } of answers) assert.ok([200, 409].includes(status), String(status))
    await clerk.take(first, letter)
    const lines = [...(await linesOf(clerk, first)), ...(await linesOf(clerk, second))]
    const numbers = lines
      .filter(({ paper }) => paper === 'reminder')
      .flatMap(({ issued }) => issued.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1])))
    assert.deepEqual(
      numbers.sort((x, y) => x - y),
      Array.from({ length: sent + 1 }, (_, index) => index + 1),
    )
  })

  it('are made by a unit where it speaks to the petitioner, and read by nobody else', async () => {
    assert.deepEqual(
      new Set((await linesOf(unit, first)).map(({ paper }) => paper)),
      new Set(['acceptance', 'reminder']),
    )
    const { id } = await issue(unit, second, 'acceptance')
    assert.equal((await unit.fetch(at(second, `/${id}`))).status, 200)
    const [receipt] = (await lineOf(clerk, second, 'receipt')).issued
    for (const path of [`/${receipt?.id}`, `/${receipt?.id}/page`, '/1', '/9999', '/x']) {
      assert.equal((await unit.fetch(at(second, path))).status, 404, path)
    }
    const letter = await lineOf(clerk, second, 'reminder')
    const [sent] = letter.issued
    assert.equal((await unit.fetch(at(second, `/${sent?.id}`))).status, 200)
    const another = { ...letter, paper: 'supervision' as const }
    for (const staff of [clerk, unit])
      assert.equal((await post(staff, second, another)).status, 409)
    for (const [role, staff] of others) {
      assert.equal((await staff.call('GET', at(first))).status, 403, role)
      assert.equal((await post(staff, first, letter)).status, 403, role)
      assert.equal((await staff.fetch(at(first, `/${id}`))).status, 403, role)
    }
  })

  it('are out of reach for a unit that the case accuses', async () => {
    const accused = `/desk/cases/${second.documentId}/accused-units`
    assert.equal((await clerk.call('PUT', accused, { units: [own] })).status, 200)
    assert.equal((await unit.call('GET', at(second))).status, 403)
    const [reminder] = (await lineOf(clerk, second, 'reminder')).issued
    assert.equal((await unit.fetch(at(second, `/${reminder?.id}`))).status, 403)
    const [acceptance] = (await lineOf(clerk, second, 'acceptance')).issued
    assert.equal((await unit.fetch(at(second, `/${acceptance?.id}`))).status, 403)
  })

  it('follow the template of the office, which must have what the law asks for', async () => {
    const lines = [
      '某局专用笺',
      '〔文书编号〕',
      '〔信访人〕：',
      '〔查询编号〕',
      '〔办理期限〕',
      '〔日期〕',
    ]
    const docx = (all: string[]) => packDocx({ body: all.map((line) => p(line)).join('') })
    const path = `${templates}/receipt`
    for (const [role, staff] of [...others, ['unit', unit] as [string, Staff]]) {
      assert.equal((await staff.send(path, 'x.docx', docx(lines))).status, 403, role)
      assert.equal((await staff.fetch(path)).status, 403, role)
    }
    const lacking = await clerk.send(path, 'x.docx', docx(lines.slice(0, 4)))
    assert.equal(lacking.status, 400)
    assert.match(
      (lacking.body as { error: { message: string } }).error.message,
      /缺少〔办理期限〕〔日期〕：这是信访事项登记告知书必须写明的/,
    )
    assert.equal((await clerk.send(path, '告知.docx', docx(lines))).status, 200)
    // What was made before is printed as it was, whatever its template has become.
    const [made] = (await lineOf(clerk, first, 'receipt')).issued
    assert.doesNotMatch(await textOf(first, made?.id ?? 0), /某局专用笺/)
    const newer = await clerk.wait(await office.mailbox.file(lampStory), 'a newer case')
    await clerk.take(newer, { kind: 'register' })
    const { id } = await issue(clerk, newer, 'receipt')
    const text = await textOf(newer, id)
    assert.match(text, /某局专用笺/)
    const { body } = await clerk.call('GET', at(newer, `/${id}/page`))
    assert.match((body as { html: string }).html, /某局专用笺/)
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.equal(await textOf(newer, id), text)
    const changed = [...lines.slice(0, 1), '后来又改了', ...lines.slice(1)]
    assert.equal((await clerk.send(path, '再改.docx', docx(changed))).status, 200)
    assert.equal(await textOf(newer, id), text)
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.equal((await clerk.call('GET', `${templates}/nothing`)).status, 404)
  })

  it('stand in the record of the case, which is whole', async () => {
    await clerk.take(first, { kind: 'add-units', unit: other })
    const { body } = await clerk.call('GET', `/desk/cases/${first.documentId}/page`)
    const { desk, events } = body as CasePage
    assert.equal(desk.record.intact, true)
    assert.ok(events.some(({ text }) => /^制发信访事项受理告知书：信受〔\d{4}〕1号。$/.test(text)))
  })

  const head = 'head@lighting.example'
  const addressOf = (role: string) =>
    office.logins.find((login) => login.role === role)?.email ?? assert.fail(role)
  const today = () => shanghaiDay(new Date())
  const pageOf = async (staff: Staff, { documentId }: CaseEntry) =>
    (await staff.call('GET', `/desk/cases/${documentId}/page`)).body as CasePage
  /** The mails about a case that there are, or come within some seconds. */
  const mailsAbout = (entry: CaseEntry, words: RegExp, count: number) =>
    until(`${count} mails: ${words}`, 30, async () => {
      const found = mail.mails.filter(
        ({ text }) => words.test(text) && text.includes(entry.documentId),
      )
      return found.length >= count ? found : undefined
    })
  const readersOf = (mails: { to: string[] }[]) => mails.flatMap(({ to }) => to).sort()

  it('a clock is reminded of to the unit and its head on its last day, with nothing of the petition', async () => {
    const [administrator] = others.map(([, staff]) => staff)
    assert.ok(administrator)
    const { body } = await administrator.call('GET', `${collection('department')}?pageSize=100`)
    const { results } = body as { results: { documentId: string; name: string }[] }
    const { documentId: id } = results.find(({ name }) => name === own) ?? assert.fail(own)
    const tie = { account: head, head: true, unit: { connect: [{ documentId: id }] } }
    const made = await administrator.call('POST', collection('unit-account'), tie)
    assert.equal(made.status, 201, JSON.stringify(made.body))

    third = await clerk.wait(await office.mailbox.file(lampStory), 'a third case')
    await clerk.take(
      third,
      { kind: 'register' },
      { kind: 'refer', units: [{ unit: own, lead: true, dueOn: today() }] },
    )
    const mails = await mailsAbout(third, /临期交办.*反馈办理结果/, 2)
    assert.deepEqual(readersOf(mails), [head, addressOf('unit-clerk')].sort())
    for (const { subject, text } of mails) {
      assert.match(subject, /^办件期限提醒：\d+ 件$/)
      assert.match(text, new RegExp(`编号 ${formatReceiptNumber(third.number)}`))
      assert.match(text, new RegExp(`/admin/desk/cases/${third.documentId}`))
      for (const words of [lampStory.name, lampStory.title, lampStory.facts, lampStory.phone]) {
        assert.ok(!text.includes(words) && !subject.includes(words), words)
      }
    }
    const events = (await pageOf(clerk, third)).events.filter(({ text }) => /^临期交办/.test(text))
    assert.equal(events.length, 1)
    assert.match(events[0]?.text ?? '', /已提醒承办单位、单位负责人。$/)
    assert.equal(events[0]?.internal, true)
    await until('the status', 20, async () => {
      const status = office.mailbox.statuses.get(third.number)
      if (status?.state !== 'referred') return undefined
      assert.doesNotMatch(JSON.stringify(status), /临期|督办|提醒/)
      return true
    })
  })

  it('a letter presses the unit, which is told by mail, reads it and answers it', async () => {
    const dueOn = addDays(today(), 5)
    const ask = { kind: 'supervise', reason: '收到五天了还没有告知信访人', dueOn }
    const post = (staff: Staff, step: object) =>
      staff.call('POST', `/desk/cases/${third.documentId}/steps`, step)
    assert.equal((await post(unit, ask)).status, 403)
    assert.equal((await post(clerk, { ...ask, unit: other })).status, 409)
    assert.equal((await post(clerk, { ...ask, dueOn: addDays(today(), -1) })).status, 409)
    assert.equal((await post(clerk, { ...ask, reason: ' ' })).status, 409)
    assert.equal((await post(clerk, ask)).status, 200)
    const mails = await mailsAbout(third, /督办函/, 2)
    assert.deepEqual(readersOf(mails), [head, addressOf('unit-clerk')].sort())
    for (const { text } of mails) assert.ok(!text.includes(ask.reason))

    const page = await pageOf(unit, third)
    assert.equal(page.desk.actions[0], 'answer-supervision')
    const [letter] = page.letters
    assert.match(letter?.number ?? '', /^信督〔\d{4}〕1号$/)
    assert.deepEqual([letter?.reason, letter?.dueOn, letter?.answer], [ask.reason, dueOn, null])
    assert.ok(page.desk.clocks.some(({ name }) => name === '反馈督办情况'))
    const paper = (await lineOf(unit, third, 'supervision')).issued[0]
    const text = await textOf(third, paper?.id ?? 0)
    assert.ok(text.includes(ask.reason) && text.includes('以前书面反馈办理情况'), text)

    const answer = { kind: 'answer-supervision', text: '材料已经备齐，明天告知。' }
    assert.equal((await post(unit, answer)).status, 200)
    assert.equal((await post(unit, answer)).status, 409)
    const [told] = await mailsAbout(third, /督办反馈/, 1)
    assert.deepEqual(told?.to, [addressOf('case-clerk')])
    assert.equal((await pageOf(clerk, third)).letters[0]?.answer?.text, answer.text)
    assert.equal((await pageOf(unit, third)).letters[0]?.answer?.text, answer.text)
  })

  it('is reminded of once after its last day, whenever the desk runs again, and to the bureau too', async () => {
    mail.mails.length = 0
    const sweep = `
      const { sweepReminders } = require('./dist/src/casework/remind/sweep.js')
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
    let counts: number[] = []
    await office.restart(async () => {
      counts = await insideDesk<number[]>(office.dataDir, sweep, sending)
      // Another start of the desk in between, on the same day.
      const again = await insideDesk<number[]>(office.dataDir, sweep, sending)
      assert.equal(again[2], counts[2])
    })
    const [before, once, twice] = counts
    assert.equal(once, (before ?? 0) + 1)
    assert.equal(twice, once)
    clerk = await signInClerk(office)
    const mails = await mailsAbout(third, /【督办】.*没有按期反馈办理结果/, 3)
    assert.deepEqual(
      readersOf(mails),
      [head, addressOf('unit-clerk'), addressOf('case-clerk')].sort(),
    )
    const { body } = await clerk.call('GET', `/desk/cases/${third.documentId}/page`)
    assert.equal((body as CasePage).desk.record.intact, true)
  })

  it('nobody of a unit that the case accuses is reminded of it: the bureau is', async () => {
    const fourth = await clerk.wait(await office.mailbox.file(lampStory), 'a fourth case')
    await clerk.take(fourth, { kind: 'register' }, { kind: 'refer', unit: other })
    const accused = `/desk/cases/${fourth.documentId}/accused-units`
    const give = { unit: own, lead: false, note: '', dueOn: today() }
    await clerk.take(fourth, {
      kind: 'add-units',
      units: [{ ...give, unit: '区住房和城乡建设局' }],
    })
    assert.equal((await clerk.call('PUT', accused, { units: [own] })).status, 200)
    const mails = await mailsAbout(fourth, /临期交办/, 1)
    // That unit has no account, so that somebody at the bureau is told.
    assert.deepEqual(readersOf(mails), [addressOf('case-clerk')])
    assert.equal(
      (
        await clerk.call('POST', `/desk/cases/${fourth.documentId}/steps`, {
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
