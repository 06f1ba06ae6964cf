import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { addDays, shanghaiDay } from '../../../content/calendar/day.ts'
import type { ViewsAnswer } from '../../../cms/src/contracts/cases/view-log.ts'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import {
  askPaper,
  issuePaper,
  paperLine,
  paperLines,
  papersOf,
  paperText,
} from '../../support/case/papers.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

/** The unit of the first unit account, and another. */
const own = '区城市管理和综合执法局'
const other = '区民政局'
const roles = ['administrator', 'publicity-author', 'publicity-reviewer', 'publicity-publisher']
const templates = '/desk/cases/paper-templates'

describe('the papers of cases', () => {
  let office: RunningCms
  let clerk: Clerk
  let unit: Staff
  let first: CaseEntry
  let second: CaseEntry
  let acceptance: string
  const others: [string, Staff][] = []
  before(async () => {
    office = await sharedDesk()
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
  it('have numbers by kind and year that neither change nor double', async () => {
    const one = await issuePaper(clerk, first, 'receipt')
    const two = await issuePaper(clerk, second, 'receipt')
    const [, year, serial] = /^信登〔(\d{4})〕(\d+)号$/.exec(one.number) ?? assert.fail(one.number)
    assert.equal(two.number, `信登〔${year}〕${Number(serial) + 1}号`)
    acceptance = (await issuePaper(clerk, first, 'acceptance')).number
    assert.match(acceptance, new RegExp(`^信受〔${year}〕\\d+号$`))
    const line = await paperLine(clerk, first, 'receipt')
    assert.equal(line.open, false)
    assert.deepEqual((await askPaper(clerk, first, line)).body, one)
    const text = await paperText(clerk, first, one.id)
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
        clerk.call('POST', `/desk/cases/${documentId}/actions`, letter),
      ),
    )
    const sent = answers.filter(({ status }) => status === 200).length
    assert.ok(sent >= 1)
    // Whoever came second to the same case was refused with words, and nothing of it is left.
    for (const { status } of answers) assert.ok([200, 409].includes(status), String(status))
    await clerk.take(first, letter)
    const lines = [...(await paperLines(clerk, first)), ...(await paperLines(clerk, second))]
    const numbers = lines
      .filter(({ paper }) => paper === 'reminder')
      .flatMap(({ issued }) => issued.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1])))
    numbers.sort((x, y) => x - y)
    assert.equal(numbers.length, sent + 1)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => (numbers[0] ?? 0) + index),
    )
  })

  it('are made by a unit where it speaks to the petitioner, and read by nobody else', async () => {
    assert.deepEqual(
      new Set((await paperLines(unit, first)).map(({ paper }) => paper)),
      new Set(['acceptance', 'reminder']),
    )
    const { id } = await issuePaper(unit, second, 'acceptance')
    assert.equal((await unit.fetch(papersOf(second, `/${id}`))).status, 200)
    const [receipt] = (await paperLine(clerk, second, 'receipt')).issued
    for (const path of [`/${receipt?.id}`, `/${receipt?.id}/page`, '/1', '/9999', '/x']) {
      assert.equal((await unit.fetch(papersOf(second, path))).status, 404, path)
    }
    const letter = await paperLine(clerk, second, 'reminder')
    const [sent] = letter.issued
    assert.equal((await unit.fetch(papersOf(second, `/${sent?.id}`))).status, 200)
    const another = { ...letter, paper: 'supervision' as const }
    for (const staff of [clerk, unit])
      assert.equal((await askPaper(staff, second, another)).status, 409)
    for (const [role, staff] of others) {
      assert.equal((await staff.call('GET', papersOf(first))).status, 403, role)
      assert.equal((await askPaper(staff, first, letter)).status, 403, role)
      assert.equal((await staff.fetch(papersOf(first, `/${id}`))).status, 403, role)
    }
  })

  it('are out of reach for a unit that the case accuses', async () => {
    const accused = `/desk/cases/${second.documentId}/accused-units`
    assert.equal((await clerk.call('PUT', accused, { units: [own] })).status, 200)
    assert.equal((await unit.call('GET', papersOf(second))).status, 403)
    const [reminder] = (await paperLine(clerk, second, 'reminder')).issued
    assert.equal((await unit.fetch(papersOf(second, `/${reminder?.id}`))).status, 403)
    const [acceptance] = (await paperLine(clerk, second, 'acceptance')).issued
    assert.equal((await unit.fetch(papersOf(second, `/${acceptance?.id}`))).status, 403)
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
    const [made] = (await paperLine(clerk, first, 'receipt')).issued
    assert.doesNotMatch(await paperText(clerk, first, made?.id ?? 0), /某局专用笺/)
    const newer = await clerk.wait(await office.mailbox.file(lampStory), 'a newer case')
    await clerk.take(newer, { kind: 'register' })
    const { id } = await issuePaper(clerk, newer, 'receipt')
    const text = await paperText(clerk, newer, id)
    assert.match(text, /某局专用笺/)
    const { body } = await clerk.call('GET', papersOf(newer, `/${id}/page`))
    assert.match((body as { html: string }).html, /某局专用笺/)
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.equal(await paperText(clerk, newer, id), text)
    const changed = [...lines.slice(0, 1), '后来又改了', ...lines.slice(1)]
    assert.equal((await clerk.send(path, '再改.docx', docx(changed))).status, 200)
    assert.equal(await paperText(clerk, newer, id), text)
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.equal((await clerk.call('GET', `${templates}/nothing`)).status, 404)
    // Who put which template in the place of which stands in the record that the auditor reads.
    const auditor = await signIn(office, 'auditor')
    const asked = { kind: 'settings', page: 1 }
    const { rows } = (await auditor.call('POST', '/desk/views/list', asked)).body as ViewsAnswer
    const done = rows
      .map(({ asked: said }) => said)
      .filter((said) => /^信访事项登记告知书/.test(said))
    assert.deepEqual(
      done.slice(0, 4),
      ['换回自带的模板', '换成上传的模板', '换回自带的模板', '换成上传的模板'].map(
        (change) => `信访事项登记告知书：${change}`,
      ),
    )
  })

  it('stand in the record of the case, which is whole', async () => {
    await clerk.take(first, { kind: 'add-units', unit: other })
    const { body } = await clerk.call('GET', `/desk/cases/${first.documentId}/page`)
    const { desk, events } = body as CasePage
    assert.equal(desk.record.intact, true)
    assert.ok(events.some(({ text }) => text === `制发信访事项受理告知书：${acceptance}。`))
  })
})
