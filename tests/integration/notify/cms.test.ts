import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Decrypter, Encrypter } from 'age-encryption'
import Database from 'better-sqlite3'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import type { Notify } from '@portal/content/schema/petition/petition'
import type { CasePlaces } from '../../../cms/src/contracts/cases/page.ts'
import { install, type Installation } from '../../support/machine/installation.ts'
import { startGateway, startMailServer } from '../../support/case/notify-servers.ts'
import { createCitizen } from '../../support/portal/citizen.ts'
import { lampStory } from '../../support/portal/stories.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

const canary = {
  ...lampStory,
  name: '金丝雀姓名',
  title: '金丝雀标题一二三',
  request: '金丝雀诉求一二三',
  facts: '金丝雀事实与理由一二三四五',
  address: '金丝雀地址一二三',
  phone: '13912340987',
}
const email = 'canary-address@example.com'
const unit = '区城市管理和综合执法局'
type Case = { documentId: string; number: string }
type Row = { state: string; attempts: number; reason: string | null; step: number }

describe('telling a petitioner of the steps', () => {
  let installation: Installation
  let clerk: Staff
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let gateway: Awaited<ReturnType<typeof startGateway>>
  let byMail: Case
  let bySms: Case
  let untold: Case

  const cmsDatabase = () => new Database(join(installation.dataDir, 'cms', 'cms.db'))
  const rowsOf = ({ documentId }: Case): Row[] => {
    const database = cmsDatabase()
    const rows = database
      .prepare('select * from notifications where case_id = ? order by step')
      .all(documentId)
    database.close()
    return rows as Row[]
  }
  const fileCanary = async (): Promise<{ number: string }> => {
    const citizen = createCitizen(installation.portal)
    const { status, answer } = await citizen.fileAsData({
      ...canary,
      key: await citizen.openForm(),
    })
    assert.equal(status, 200, JSON.stringify(answer))
    return answer as { number: string }
  }
  const findCase = async (number: string): Promise<Case | undefined> => {
    const { body } = await clerk.call('GET', `${collection('case')}?filters[number][$eq]=${number}`)
    return (body as { results: Case[] }).results[0]
  }
  const take = async ({ documentId }: Case, step: object) => {
    const { status } = await clerk.call('POST', `/desk/cases/${documentId}/actions`, step)
    assert.equal(status, 200)
  }
  const telling = async ({ documentId }: Case): Promise<string> => {
    const { body } = await clerk.call('GET', `/desk/cases/${documentId}/page`)
    return (body as { deliveries: string[] }).deliveries.join('\n')
  }

  /** Files a petition; its sealed message is replaced by one with the wish, which is collected anew. */
  async function fileWith(notify: Notify): Promise<Case> {
    const { number } = await fileCanary()
    const first = await until('the case', 15, () => findCase(number))
    const { identity, recipients } = dataLayout(installation.dataDir)
    const lines = async (path: string) => keyLines(await readFile(path, 'utf8'))
    const mailbox = new Database(join(installation.dataDir, 'portal', 'mailbox.db'))
    const row = mailbox.prepare('select * from messages where number = ?').get(number) as Record<
      string,
      unknown
    > & { sealed: Buffer }
    delete row.sequence
    const decrypter = new Decrypter()
    for (const key of await lines(identity)) decrypter.addIdentity(key)
    const message = JSON.parse(await decrypter.decrypt(row.sealed, 'text'))
    message.petition.notify = notify
    const encrypter = new Encrypter()
    for (const recipient of await lines(recipients)) encrypter.addRecipient(recipient)
    const sealed = Buffer.from(await encrypter.encrypt(JSON.stringify(message)))
    const database = cmsDatabase()
    database.prepare('delete from cases where number = ?').run(number)
    database.exec('drop trigger if exists case_events_kept')
    database.prepare('delete from case_events where number = ?').run(number)
    database.close()
    const copy = { ...row, id: crypto.randomUUID(), acknowledged_at: null, sealed }
    const names = Object.keys(copy)
    mailbox
      .prepare(`insert into messages (${names.join()}) values (${names.map(() => '?').join()})`)
      .run(...Object.values(copy))
    mailbox.close()
    return until('the case with the wish', 15, async () => {
      const found = await findCase(number)
      return found && found.documentId !== first.documentId ? found : undefined
    })
  }

  before(async () => {
    mail = await startMailServer()
    gateway = await startGateway(() => ({ status: 202 }))
    installation = await install({
      SITE_URL: 'https://xf.example.cn',
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: '信访局 <office@example.cn>',
      SMS_URL: gateway.url,
      SMS_TOKEN: 'token-1234',
    })
    clerk = await signIn(installation, 'case-clerk')
    const { number } = await fileCanary()
    untold = await until('the case without a wish', 15, () => findCase(number))
    byMail = await fileWith({ by: 'email', address: email })
    bySms = await fileWith({ by: 'sms' })
  })
  after(async () => {
    await installation?.stop()
    await Promise.all([mail.stop(), gateway.stop()])
  })

  it('tells the portal by which ways it can send, and the form offers them', async () => {
    const form = () => fetch(`${installation.portal}/petition/`).then((page) => page.text())
    const offered = async () => {
      const html = await form()
      return ['sms', 'email'].filter((way) => html.includes(`name="notifyBy" value="${way}"`))
    }
    const { body } = await clerk.call('GET', '/desk/cases/places')
    assert.deepEqual((body as CasePlaces).notifyWays, ['sms', 'email'])
    const ways = await until('the offer', 15, async () => {
      const found = await offered()
      return found.length > 0 ? found : undefined
    })
    assert.deepEqual(ways, ['sms', 'email'])
  })

  it('begins when the petition is received, by the way that was wished', async () => {
    const letter = await until('the e-mail', 15, async () => mail.mails[0])
    assert.deepEqual(letter.to, [email])
    assert.equal(letter.subject, '信访事项办理进展：已收到，待登记')
    assert.match(letter.text, new RegExp(byMail.number))
    assert.match(letter.text, /已收到，待登记/)
    assert.match(letter.text, /https:\/\/xf\.example\.cn\/petition\/track\//)
    const sms = await until('the SMS', 15, async () => gateway.requests[0])
    const { to, text } = JSON.parse(sms.body)
    assert.equal(to, canary.phone)
    assert.match(text, new RegExp(`^信访${bySms.number}已收到，最迟\\d+月\\d+日登记转送。`))
  })

  it('goes on with each step, once, and the desk says so', async () => {
    for (const matter of [byMail, bySms, untold]) await take(matter, { kind: 'register' })
    await until('the second e-mail', 15, async () => mail.mails[1])
    await until('the second SMS', 15, async () => gateway.requests[1])
    assert.match(mail.mails[1]?.text ?? '', /新进展：已登记。/)
    assert.match(gateway.requests[1]?.body ?? '', /已登记/)
    const told = await until('the mark', 10, async () => {
      const lines = await telling(byMail)
      return lines.includes('已于') ? lines : undefined
    })
    assert.match(told, /“已登记”已于.+用电子邮件告知信访人/)
    assert.equal(await telling(untold), '信访人没有要求用短信或邮件告知进展。')
  })

  it('waits for a mail server that is down, and tells once when it is up', async () => {
    const { port } = mail
    await mail.stop()
    await take(byMail, { kind: 'refer', unit })
    const waiting = await until('the first try', 15, async () =>
      rowsOf(byMail).find(({ step, reason }) => step === 2 && reason),
    )
    assert.deepEqual([waiting.state, waiting.attempts], ['waiting', 1])
    assert.match(await telling(byMail), /已试 1 次：邮件服务器暂时不能发送/)
    mail = await startMailServer(port)
    // The pause is over a minute; the test takes it to be past.
    const database = cmsDatabase()
    database.prepare("update notifications set due_at = 0 where state = 'waiting'").run()
    database.close()
    await until('the e-mail', 15, async () => mail.mails[0])
    await new Promise((resolve) => setTimeout(resolve, 11_000))
    assert.equal(mail.mails.length, 1)
    assert.match(mail.mails[0]?.text ?? '', /已转送承办单位。最迟\d+年\d+月\d+日告知是否受理。/)
    assert.deepEqual(
      rowsOf(byMail).map(({ state }) => state),
      ['sent', 'sent', 'sent'],
    )
  })

  it('has one row a step, whoever writes', () => {
    const database = cmsDatabase()
    const copy = () =>
      database.exec(
        'insert into notifications (document_id, key, case_id, step, "by", state, attempts, due_at)' +
          ' select document_id, key, case_id, step, "by", state, 0, 0 from notifications limit 1',
      )
    assert.throws(copy, /UNIQUE/)
    database.close()
  })

  it('leaves whom nobody asked to be told untold', () => {
    assert.deepEqual(rowsOf(untold), [])
  })

  it('shows the telling of a case to case staff only', async () => {
    const author = await signIn(installation, 'publicity-author')
    const path = `/desk/cases/${byMail.documentId}/page`
    assert.equal((await author.call('GET', path)).status, 403)
    assert.equal((await fetch(`${installation.cms}${path}`)).status, 401)
  })

  it('carries nothing that the petitioner wrote, and leaves no address behind', async () => {
    const written = [canary.name, canary.title, canary.request, canary.facts, canary.address]
    const messages = [
      ...mail.mails.flatMap(({ head, subject, text }) => [
        head.replace(/^To:.*$/m, ''),
        subject,
        text,
      ]),
      ...gateway.requests.map(({ body }) => JSON.parse(body).text as string),
    ]
    for (const message of messages) {
      for (const word of [...written, '金丝雀', canary.phone, email]) {
        assert.ok(!message.includes(word), `${word} in ${message}`)
      }
    }
    const database = cmsDatabase()
    const outbox = JSON.stringify(database.prepare('select * from notifications').all())
    database.close()
    const logs = join(installation.dataDir, 'logs')
    const texts = await Promise.all(
      (await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')),
    )
    for (const kept of [outbox, ...texts]) {
      for (const word of ['金丝雀', canary.phone, email, 'token-1234']) {
        assert.ok(!kept.includes(word), `${word} is kept`)
      }
    }
  })
})
