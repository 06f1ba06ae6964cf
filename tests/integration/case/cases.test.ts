import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { codeMark } from '../../../content/schema/mailbox/code-mark.ts'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { install, type Installation } from '../../support/machine/installation.ts'
import { createCitizen, type Citizen } from '../../support/portal/citizen.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { until } from '../../support/machine/until.ts'

type Receipt = { number: string; code: string }
type CaseRow = { documentId: string; number: string; state: string; [field: string]: unknown }

/** Every file below a folder, as text. */
async function textBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  return new Map(
    await Promise.all(files.map(async (f) => [f, await readFile(f, 'latin1')] as const)),
  )
}

describe('from the mailbox to the citizen', () => {
  let installation: Installation
  let clerk: Staff
  let citizen: Citizen
  let receipt: Receipt
  let documentId: string

  before(async () => {
    installation = await install()
    clerk = await signIn(installation, 'case-clerk')
    citizen = createCitizen(installation.portal)
    receipt = await file()
  })
  after(() => installation.stop())

  const findCase = async (number: string): Promise<CaseRow | undefined> => {
    const query = `?filters[number][$eq]=${number}`
    const { body } = await clerk.call('GET', `${collection('case')}${query}`)
    return (body as { results: CaseRow[] }).results[0]
  }
  const file = async (changes: Partial<typeof lampStory> = {}): Promise<Receipt> => {
    const fields = { ...lampStory, ...changes, key: await citizen.openForm() }
    const { status, answer } = await citizen.fileAsData(fields)
    assert.equal(status, 200, JSON.stringify(answer))
    return answer as Receipt
  }
  const track = (code = receipt.code) => citizen.track(receipt.number, code)
  const take = (step: object) => clerk.call('POST', `/desk/cases/${documentId}/actions`, step)

  it('a petition is a case within 15 seconds, with every word of it', async () => {
    const row = await until('the case', 15, () => findCase(receipt.number))
    documentId = row.documentId
    const opened = await clerk.call('GET', `${collection('case')}/${documentId}`)
    const { data } = opened.body as { data: Record<string, unknown> }
    assert.ok(!Object.keys(data).some((field) => field.startsWith('petitioner')))
    const who = await clerk.call('POST', `/desk/cases/${documentId}/petitioner`, {})
    for (const value of [lampStory.name, lampStory.phone, lampStory.idNumber]) {
      assert.ok(JSON.stringify(who.body).includes(value), value)
    }
    assert.equal(data.title, lampStory.title)
    assert.equal(data.request, lampStory.request)
    assert.equal(data.facts, lampStory.facts)
    assert.equal(data.category, '申诉求决')
    assert.equal(data.topic, '交通出行')
    assert.equal(data.region, '青禾区 城西街道 柳岸社区')
    assert.equal(data.state, '已收到，待登记')
  })

  it('who opened a case, and when, is on record', async () => {
    const path = join(installation.dataDir, 'cms', 'cms.db')
    const database = new Database(path, { readonly: true })
    const views = database.prepare('select number, viewer, viewed_at from case_views').all()
    database.close()
    const view = views.at(-1) as { number: string; viewer: string; viewed_at: unknown }
    assert.equal(view.number, receipt.number)
    assert.equal(view.viewer, 'case-clerk@petition.example')
    assert.ok(view.viewed_at)
  })

  it('the desk’s home page names it with what is owed next, and by when', async () => {
    const { body } = await clerk.call('GET', '/desk/cases/due')
    const { late, soon, first } = body as { late: number; soon: number; first: object[] }
    assert.deepEqual([late, soon, first.length], [0, 0, 1])
    const [{ until: words, ...due }] = first as [{ until: string }]
    const { title } = lampStory
    const clock = '信访部门：登记并转送、交办'
    assert.deepEqual(due, { documentId, title, clock, article: 22, state: 'running' })
    assert.match(words, /^最后一天 .+，还有 15 天$/)
    const author = await signIn(installation, 'publicity-author')
    assert.equal((await author.call('GET', '/desk/cases/due')).status, 403)
  })

  it('steps out of order are refused', async () => {
    const refused = await take({ kind: 'reply', unit: '区民政局', text: '答复' })
    assert.equal(refused.status, 409)
  })

  it('each step reaches the citizen', async () => {
    const unit = '区城市管理和综合执法局'
    const text = '经现场核查，三盏路灯线路老化，已于今日更换，恢复照明。'
    assert.equal((await take({ kind: 'register' })).status, 200)
    await until('registered', 20, async () => (await track()).html.includes('已登记') || undefined)
    assert.equal((await take({ kind: 'refer', unit })).status, 200)
    assert.equal((await take({ kind: 'accept', unit })).status, 200)
    assert.equal((await take({ kind: 'reply', unit, text })).status, 200)
    const { html } = await until('the reply', 20, async () => {
      const answer = await track()
      return answer.html.includes(text) ? answer : undefined
    })
    assert.match(html, new RegExp(unit))
    assert.match(html, /复查/)
  })

  it('a wrong number and a wrong code get one same answer', async () => {
    const wrongCode = await track('2222-2222-2222')
    const wrongNumber = await citizen.track('9999999999999999', receipt.code)
    assert.equal(wrongCode.status, wrongNumber.status)
    assert.ok(!wrongCode.html.includes(lampStory.title))
    const neutral = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
    assert.equal(neutral(wrongCode.html), neutral(wrongNumber.html))
  })

  it('who lost the query code gets a new one at the counter, and the old one opens nothing', async () => {
    const reissue = (staff: Staff, reason: unknown) =>
      staff.call('POST', `/desk/cases/${documentId}/code`, { reason })
    const author = await signIn(installation, 'publicity-author')
    assert.equal((await reissue(author, '本人来访')).status, 403)
    for (const reason of ['', ' ', undefined, '长'.repeat(201)]) {
      assert.equal((await reissue(clerk, reason)).status, 400)
    }
    assert.equal((await track()).status, 200)

    const issued = await reissue(clerk, '回执遗失，已核对身份证')
    assert.equal(issued.status, 200)
    const { code } = issued.body as { code: string }
    assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    assert.notEqual(code, receipt.code)
    await until('the push', 20, async () => (await findCase(receipt.number))?.pushed || undefined)
    const encoded = await readFile(dataLayout(installation.dataDir).pepper, 'utf8')
    const digits = receipt.number.replaceAll(/\D/g, '')
    const mark = codeMark(
      createSecretKey(encoded.trim(), 'base64url'),
      digits,
      code.replaceAll('-', ''),
    )
    const mailbox = new Database(join(installation.dataDir, 'portal', 'mailbox.db'))
    const held = mailbox.prepare('select mark from receipts where number = ?').get(digits)
    mailbox.close()
    assert.deepEqual(held, { mark })
    const { status, html } = await track(code)
    assert.equal(status, 200)
    assert.match(html, /已补发查询码，原来的查询码作废。原因：回执遗失，已核对身份证/)
    assert.equal((await track()).status, 404)

    const row = await findCase(receipt.number)
    const steps = row?.steps as { text: string; by: string }[]
    assert.deepEqual(steps.at(-1)?.by, '办件人员')
    for (const [path, text] of await textBelow(installation.dataDir)) {
      for (const kept of [code, code.replaceAll('-', '')]) {
        assert.ok(!text.includes(kept), `${path} holds the code`)
      }
    }
    receipt = { ...receipt, code }
  })

  it('staff never see what lets the petitioner in', async () => {
    const opened = await clerk.call('GET', `${collection('case')}/${documentId}`)
    const listed = await clerk.call('GET', collection('case'))
    for (const { status, body } of [opened, listed]) {
      assert.equal(status, 200)
      assert.doesNotMatch(JSON.stringify(body), /wrappedIdentity|verifier/)
    }
  })

  it('what cannot be opened is set aside, and the rest goes on', async () => {
    const mailbox = new Database(join(installation.dataDir, 'portal', 'mailbox.db'))
    const [column] = mailbox.prepare('select * from messages limit 1').all() as object[]
    const copy = { ...column, id: crypto.randomUUID(), sealed: Buffer.from('not an age file') }
    const row = copy as Record<string, unknown>
    delete row.sequence
    const names = Object.keys(row)
    mailbox
      .prepare(`insert into messages (${names.join()}) values (${names.map(() => '?').join()})`)
      .run(...Object.values(row))
    mailbox.close()
    const later = await file({ title: '后面的一件' })
    await until('the case after the damaged message', 15, () => findCase(later.number))
    const database = new Database(join(installation.dataDir, 'cms', 'cms.db'), { readonly: true })
    const kept = database.prepare('select reason, sealed from quarantines').all()
    database.close()
    assert.deepEqual(kept, [
      {
        reason: '打不开：密钥不符或内容损坏',
        sealed: Buffer.from('not an age file').toString('base64'),
      },
    ])
  })

  it('nothing a petitioner wrote is in a log, the site, the snapshot or the mailbox', async () => {
    const { dataDir } = installation
    const secrets = [
      lampStory.phone,
      lampStory.idNumber,
      lampStory.name,
      lampStory.facts.slice(0, 12),
    ]
    // Files are read byte by byte, so that the words are looked for as they lie on the disk.
    const needles = secrets.map((secret) => Buffer.from(secret).toString('latin1'))
    for (const folder of ['logs', 'releases', 'snapshot', 'portal']) {
      for (const [path, text] of await textBelow(join(dataDir, folder))) {
        for (const needle of needles) assert.ok(!text.includes(needle), `${path} holds ${needle}`)
      }
    }
  })
})
