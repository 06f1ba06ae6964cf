import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { statedFiles } from '../../site/src/petition/attachments/attachment-view.ts'
import { signInClerk, type CaseEntry, type Clerk } from '../support/case/clerk.ts'
import { createCitizen, formKey, readReceipt } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { pdfFile } from '../support/files/files.ts'
import { formsOf } from '../support/files/text-encodings.ts'
import { install, type Installation } from '../support/machine/installation.ts'
import { startMailServer } from '../support/case/notify-servers.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'
import { collection } from '../support/desk/staff.ts'
import { until } from '../support/machine/until.ts'

const person = {
  name: '金丝雀甲乙',
  phone: '13987654321',
  idNumber: '11010519491231002X',
  address: '金丝雀路 77 号 201 室',
  title: '金丝雀标题一二三',
  request: '金丝雀诉求一二三',
  facts: '金丝雀的事实经过，只应当由办理的人打开。',
}
const email = 'canary.address@example.com'
const organisation = {
  organisation: '金丝雀商贸行',
  contact: '金丝雀丙',
  creditCode: '91350100M000100Y43',
}
const joint = { representative1Name: '金丝雀丁', representative1Phone: '13612345670' }
const later = {
  file: '金丝雀证据.pdf',
  reply: '金丝雀甲乙同志：经查属实。',
  supplement: '金丝雀补充的情况',
  comment: '金丝雀评价的话',
  reason: '金丝雀遗失了回执',
  opinion: '金丝雀复查意见',
}
const secrets = [person, organisation, joint, later, { email }].flatMap((part) =>
  Object.values(part),
)
const unit = '区城市管理和综合执法局'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('a disk or a backup that is stolen without the keys (35)', () => {
  let installation: Installation
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let clerk: Clerk
  let entry: CaseEntry
  let other: CaseEntry
  const database = () => new Database(join(installation.dataDir, 'cms', 'cms.db'))

  before(async () => {
    mail = await startMailServer()
    installation = await install({
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: '信访局 <office@example.cn>',
    })
    clerk = await signInClerk(installation)
  })
  after(async () => {
    await installation?.stop()
    await mail.stop()
  })

  /** Every place outside the folder of keys where a secret lies. */
  function leaks(): string[] {
    const { dataDir } = installation
    const needles = secrets.map((secret) => [secret, formsOf(secret)] as const)
    return filesBelow(dataDir)
      .filter((path) => !relative(dataDir, path).startsWith('keys'))
      .flatMap((path) => {
        const bytes = readFileSync(path)
        const lying = needles.filter(([, forms]) => forms.some((form) => bytes.includes(form)))
        return lying.map(([secret]) => `${relative(dataDir, path)}: ${secret}`)
      })
  }

  /** Files by the form as a browser without JavaScript does. */
  async function file(fields: Record<string, string>, name?: string) {
    const { portal, dataDir } = installation
    const citizen = createCitizen(portal)
    const form = new FormData()
    const given = { ...story, ...person, ...fields, key: await citizen.openForm() }
    for (const [field, value] of Object.entries(given)) form.set(field, value)
    form.set('proof', proofMaker(readPepper(dataDir))())
    if (name) {
      form.set('attachments', statedFiles.every)
      form.append('files', new Blob([Uint8Array.from(pdfFile({ text: 'x' }))]), name)
    }
    const answer = await fetch(`${portal}/petition/`, { method: 'POST', body: form })
    const html = await answer.text()
    const receipt = readReceipt({ html })
    return { citizen, ...receipt, digits: receipt.number.replace(/\D/g, '') }
  }

  it('says nothing of any petitioner: not after filing, not after all that follows', async () => {
    const filed = await file({ notifyBy: 'email', email }, later.file)
    const company = await file({ petitioner: 'organisation', ...organisation })
    const group = await file({ petitioner: 'joint', people: '9', ...joint })
    entry = await clerk.wait(filed.digits, 'the case')
    other = await clerk.wait(company.digits, 'the case of a company')
    await clerk.wait(group.digits, 'the case of several people')
    await until('the e-mail', 20, async () => mail.mails[0])
    assert.deepEqual(leaks(), [])

    await clerk.take(
      entry,
      { kind: 'register' },
      { kind: 'refer', unit },
      { kind: 'accept', unit },
      { kind: 'reply', unit, text: later.reply },
    )
    const { citizen, number, code } = filed
    const page = await until('the reply', 20, async () => {
      const answer = await citizen.track(number, code)
      return answer.html.includes(later.reply) ? answer : undefined
    })
    const key = formKey(page.html)
    await citizen.follow('supplement', { number, code }, { key, text: later.supplement })
    await citizen.evaluate(number, code, 'dissatisfied', later.comment)
    await clerk.wait(filed.digits, 'what was sent later', (row) => row.satisfaction !== null)
    const review = { kind: 'review', body: '区人民政府', text: later.opinion }
    await clerk.call('POST', `/desk/cases/${entry.documentId}/actions`, review)
    const reissued = await clerk.call('POST', `/desk/cases/${entry.documentId}/code`, {
      reason: later.reason,
    })
    assert.equal(reissued.status, 200)
    for (const asked of [person.name, person.facts.slice(0, 6), later.reply, email]) {
      await clerk.call('GET', `${collection('case')}?_q=${encodeURIComponent(asked)}`)
    }
    await clerk.fetch('/desk/cases/export.csv')
    assert.deepEqual(leaks(), [])
    await installation.restart(async () => assert.deepEqual(leaks(), []))
    clerk = await signInClerk(installation)
  })

  it('while the office reads every word', async () => {
    const opened = await clerk.call('GET', `${collection('case')}/${entry.documentId}`)
    const { data } = opened.body as { data: Record<string, unknown> }
    const { name, phone, address, idNumber, title, request, facts } = person
    const who = await clerk.call('POST', `/desk/cases/${entry.documentId}/petitioner`, {})
    for (const value of [name, phone, address, idNumber, email]) {
      assert.ok(JSON.stringify(who.body).includes(value), value)
    }
    const wanted = {
      title,
      request,
      facts,
      reply: later.reply,
      evaluationComment: later.comment,
    }
    for (const [field, value] of Object.entries(wanted)) assert.equal(data[field], value, field)
    const written = JSON.stringify([data.steps, data.laterMessages, data.attachments])
    for (const text of [later.reason, later.supplement, later.file]) {
      assert.ok(written.includes(text), text)
    }
  })

  it('is open to the account that runs it only', () => {
    const { dataDir } = installation
    const { deskKey } = dataLayout(dataDir)
    for (const path of [deskKey, ...['cms.db', 'cms.db-wal', 'cms.db-shm'].map(inCms)]) {
      assert.equal(statSync(path).mode & 0o077, 0, path)
    }
    for (const folder of ['keys', 'cms', 'portal', 'logs']) {
      assert.equal(statSync(join(dataDir, folder)).mode & 0o077, 0, folder)
    }
  })
  const inCms = (name: string) => join(installation.dataDir, 'cms', name)

  it('cannot be written to unnoticed: what was moved does not open, and nothing is built on it', async () => {
    const ids = [entry.documentId, other.documentId]
    const read = 'select document_id, title, steps from cases where document_id in (?, ?)'
    const rows = () => {
      const db = database()
      const found = db.prepare(read).all(...ids) as { document_id: string; title: string }[]
      db.close()
      return found
    }
    await installation.restart(async () => {
      const [one, two] = rows()
      const db = database()
      const put = db.prepare('update cases set title = ? where document_id = ?')
      put.run(one?.title, two?.document_id)
      put.run(two?.title, one?.document_id)
      db.close()
    })
    clerk = await signInClerk(installation)
    const before = rows()
    const opened = await clerk.call('GET', `${collection('case')}/${entry.documentId}`)
    const { data } = opened.body as { data: { title: string; facts: string } }
    assert.equal(data.title, '（这一项打不开，已写入运行记录，请联系系统管理员）')
    assert.equal(data.facts, person.facts)
    const step = await clerk.call('POST', `/desk/cases/${other.documentId}/actions`, {
      kind: 'register',
    })
    assert.equal(step.status, 409)
    assert.match(JSON.stringify(step.body), /打不开的内容/)
    assert.deepEqual(rows(), before)
    const log = readFileSync(join(installation.dataDir, 'logs', 'cms.log'), 'utf8')
    assert.match(log, new RegExp(`打不开的内容：api::case.case ${entry.documentId} title`))
    // The others go on.
    const { status } = await clerk.call('GET', '/desk/cases/due')
    assert.equal(status, 200)
    const { digits } = await file({ title: '后面的一件' })
    const next = await clerk.wait(digits, 'the next case')
    await clerk.take(next, { kind: 'register' })
    await clerk.wait(digits, 'the status to be sent', ({ pushed }) => pushed)
  })

  it('does not start under another key, and says which file is missing', async () => {
    const { deskKey } = dataLayout(installation.dataDir)
    const own = readFileSync(deskKey)
    await assert.rejects(
      installation.restart(async () =>
        writeFileSync(deskKey, `${randomBytes(32).toString('base64url')}\n`),
      ),
      /不是用 keys\/desk-key 里的密钥加密的/,
    )
    writeFileSync(deskKey, own)
  })
})
