import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { CasePapers, PaperIssued, PaperLine } from '../../../cms/src/contracts/papers.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'
import { convert } from '../../support/files/word-conversion.ts'

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
  const others: [string, Staff][] = []
  before(async () => {
    office = await startCms()
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
  after(() => office?.stop())

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

  it('have different numbers where many are made at once', async () => {
    const [line] = (await linesOf(clerk, first)).filter(({ paper }) => paper === 'reminder')
    assert.ok(line)
    const entries = [first, second, first, second, first, second]
    const answers = await Promise.all(entries.map((entry) => post(clerk, entry, line)))
    const made = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => body as PaperIssued)
    assert.ok(made.length >= 1)
    assert.equal(new Set(made.map(({ number }) => number)).size, made.length)
    // Whoever came second to the same case was refused with words, and nothing of it is left.
    for (const { status } of answers) assert.ok([200, 409].includes(status), String(status))
    const next = await issue(clerk, first, 'reminder')
    assert.match(next.number, new RegExp(`〕${made.length + 1}号$`))
  })

  it('are made by a unit where it speaks to the petitioner, and read by nobody else', async () => {
    assert.deepEqual(
      (await linesOf(unit, first)).map(({ paper }) => paper),
      ['acceptance'],
    )
    const { id } = await issue(unit, second, 'acceptance')
    assert.equal((await unit.fetch(at(second, `/${id}`))).status, 200)
    const [receipt] = (await lineOf(clerk, second, 'receipt')).issued
    for (const path of [`/${receipt?.id}`, `/${receipt?.id}/page`, '/1', '/9999', '/x']) {
      assert.equal((await unit.fetch(at(second, path))).status, 404, path)
    }
    const letter = await lineOf(clerk, second, 'supervision')
    assert.equal((await post(unit, second, letter)).status, 409)
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
    const [made] = (await lineOf(clerk, first, 'receipt')).issued
    assert.match(await textOf(first, made?.id ?? 0), /某局专用笺/)
    const { body } = await clerk.call('GET', at(first, `/${made?.id}/page`))
    assert.match((body as { html: string }).html, /某局专用笺/)
    assert.equal((await clerk.call('POST', path, {})).status, 200)
    assert.doesNotMatch(await textOf(first, made?.id ?? 0), /某局专用笺/)
    assert.equal((await clerk.call('GET', `${templates}/nothing`)).status, 404)
  })

  it('stand in the record of the case, which is whole', async () => {
    await clerk.take(first, { kind: 'add-units', unit: other })
    const { body } = await clerk.call('GET', `/desk/cases/${first.documentId}/record`)
    const { intact, events } = body as { intact: boolean; events: { text: string }[] }
    assert.equal(intact, true)
    assert.ok(events.some(({ text }) => /^制发信访事项受理告知书：信受〔\d{4}〕1号。$/.test(text)))
  })
})
