import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { newIdempotencyKey } from '../../site/src/petition/idempotency-key.ts'
import { createCitizen, formKey, readReceipt, story, wordsOf } from '../support/citizen.ts'
import type { Citizen } from '../support/citizen.ts'
import { createDesk } from '../support/desk.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal.ts'
import { startPostgres } from '../support/postgres.ts'
import { buildSite } from '../support/site-release.ts'
import type { SiteRelease } from '../support/site-release.ts'
import { until } from '../support/until.ts'

let release: SiteRelease
let data: DataDir
let portal: RunningPortal
let citizen: Citizen
let desk: ReturnType<typeof createDesk>

before(async () => {
  release = await buildSite()
  data = await createDataDir()
  pointTo(data.path, release.folder)
  portal = await startPortal(data.path)
  citizen = createCitizen(portal.url)
  desk = createDesk(portal.url, data.identity, data.token)
})
after(async () => {
  await portal.stop()
  data.remove()
  release.remove()
})

const file = async (fields: Partial<typeof story> = {}) => {
  const key = await citizen.openForm()
  const receipt = readReceipt(await citizen.file({ ...story, ...fields, key }))
  return { ...receipt, digits: receipt.number.replace(/\D/g, ''), key }
}

describe('filing a petition without a script', () => {
  it('gives a receipt that says what happens next and by when', async () => {
    const key = await citizen.openForm()
    const page = await citizen.file({ ...story, key })
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const { number, code } = readReceipt(page)
    assert.match(number, /^[1-9]\d{3} \d{4} \d{4} \d{4}$/)
    assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    assert.match(wordsOf(page), /最迟 \d{4}年\d+月\d+日/)
    assert.match(page.html, /#article-22/)
  })

  it('puts exactly what was written into the mailbox, for the bureau alone', async () => {
    const { digits } = await file({ phone: '+86 138-0000-1234', name: '　李秀英 ' })
    const [petition, ...more] = await desk.petitions(digits)
    assert.equal(more.length, 0)
    assert.ok(petition?.kind === 'petition')
    assert.deepEqual(petition.petition, { ...story, idNumber: null })
  })

  it('shows the same receipt when the page is loaded again', async () => {
    const { number, code, key } = await file()
    const again = readReceipt(await citizen.file({ ...story, key }))
    assert.deepEqual(again, { number, code })
    const otherLines = { ...story, facts: story.facts.replace('\n', '\r\n'), key }
    assert.deepEqual(readReceipt(await citizen.file(otherLines)), { number, code })
  })

  it('files once when the same form comes fifty times at once (5)', async () => {
    const key = await citizen.openForm()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => citizen.fileAsData({ ...story, key })),
    )
    const receipts = new Set(answers.map(({ answer }) => `${answer.number} ${answer.code}`))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
    assert.equal(receipts.size, 1)
    assert.equal((await desk.petitions(answers[0]?.answer.number)).length, 1)
  })

  it('says 409 to other words under the same key, and offers to file them as well (6)', async () => {
    const { number, key } = await file()
    const page = await citizen.file({ ...story, title: '工地还欠加班费', key })
    assert.equal(page.status, 409)
    assert.match(wordsOf(page), new RegExp(`查询编号是 ${number}`))
    assert.match(page.html, /value="工地还欠加班费"/)
    const fresh = formKey(page.html)
    assert.notEqual(fresh, key)
    const second = readReceipt(
      await citizen.file({ ...story, title: '工地还欠加班费', key: fresh }),
    )
    assert.notEqual(second.number, number)
  })

  it('keeps everything that was typed, and says beside each field what to do', async () => {
    const key = await citizen.openForm()
    const page = await citizen.file({ ...story, phone: '1380000', idNumber: '1', title: '', key })
    assert.equal(page.status, 422)
    assert.match(page.html, /<title>有 3 处要改/)
    assert.match(page.html, /role="alert"/)
    for (const field of ['title', 'phone', 'idNumber']) {
      assert.match(page.html, new RegExp(`href="#${field}"`))
      assert.match(page.html, new RegExp(`id="${field}-error"`))
      assert.match(page.html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
      assert.match(page.html, new RegExp(`aria-describedby="[^"]*${field}-error"`))
    }
    for (const typed of ['1380000', story.name, story.address, '找过劳动监察']) {
      assert.ok(page.html.includes(typed), typed)
    }
    assert.match(page.html, /<option value="labour" selected/)
    assert.match(page.html, /value="claim"[^>]*checked|checked[^>]*value="claim"/)
    assert.equal(formKey(page.html), key)
  })

  it('shows what was typed as text, never as markup (14)', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const page = await citizen.file({ ...story, name: attack, facts: attack, phone: 'x', key: 'x' })
    assert.doesNotMatch(page.html, /<script>alert|<img src=x/)
  })

  it('gives a new key to a form that has none of ours, and loses nothing', async () => {
    for (const key of ['', 'guessed', `${newIdempotencyKey()}x`]) {
      const page = await citizen.file({ ...story, key })
      assert.equal(page.status, 422)
      assert.ok(page.html.includes(story.title))
      const receipt = readReceipt(await citizen.file({ ...story, key: formKey(page.html) }))
      assert.ok(receipt.number)
    }
  })

  it('offers topics and places of this release, down to villages and communities', async () => {
    const { html } = await citizen.open('/petition/')
    assert.match(html, /<option value="qinghe">不确定/)
    assert.match(html, /<optgroup label="城西街道"><option value="chengxi">/)
    assert.match(html, /<option value="chengxi-liuan">柳岸社区/)
    assert.doesNotMatch(html, /value="chengxi-liuan-1"/)
  })
})

describe('tracking a petition', () => {
  it('says that it was received, before the office has collected it', async () => {
    const { number, code } = await file()
    const page = await citizen.track(number, code)
    assert.equal(page.status, 200)
    assert.match(wordsOf(page), /信访局已经收到，还没有登记。.*最迟.*还有 15 天/)
  })

  it('takes number and code however they were copied', async () => {
    const { number, code } = await file()
    for (const [typedNumber, typedCode] of [
      [number.replaceAll(' ', ''), code.toLowerCase()],
      [` ${number.replaceAll(' ', '－')}`, code.replaceAll('-', ' ')],
    ] as const) {
      assert.equal((await citizen.track(typedNumber, typedCode)).status, 200)
    }
  })

  it('answers a wrong number, a wrong code and nonsense in the same words (17)', async () => {
    const { number, code } = await file()
    const pages = [
      await citizen.track('1234 5678 9012 3456', code),
      await citizen.track(number, 'AAAA-AAAA-AAAA'),
      await citizen.track('', ''),
      await citizen.track('<b>', 'x'.repeat(500)),
      await citizen.evaluate(number, 'AAAA-AAAA-AAAA', 'satisfied'),
    ]
    assert.deepEqual([...new Set(pages.map(({ status }) => status))], [404])
    assert.equal(new Set(pages.map(({ html }) => html)).size, 1)
  })

  it('slows guesses at one receipt down, without shutting out anybody else (18)', async () => {
    const [mine, other] = [await file(), await file()]
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) {
      statuses.push((await citizen.track(mine.number, 'AAAA-AAAA-AAAA')).status)
    }
    assert.deepEqual(statuses.slice(0, 10), Array(10).fill(404))
    const limited = await citizen.track(mine.number, mine.code)
    assert.equal(limited.status, 429)
    const wait = Number(limited.headers.get('retry-after'))
    assert.ok(wait > 0 && wait <= 30)
    assert.equal((await citizen.track(other.number, other.code)).status, 200)
  })

  it('shows what the office pushed, and never anything older', async () => {
    const { number, digits, code } = await file()
    await desk.push(digits, {
      revision: 2,
      state: 'accepted',
      unit: '区人力资源和社会保障局',
      steps: [{ at: '2026-11-10T09:00:00+08:00', state: 'accepted', text: '书面告知已经受理。' }],
      clocks: [
        {
          name: '办结并书面答复',
          article: 34,
          startedOn: '2026-11-10',
          lastDay: '2126-01-09',
          done: false,
        },
      ],
    })
    await desk.push(digits, { revision: 1, state: 'registered' })
    const page = await citizen.track(number, code)
    const words = wordsOf(page)
    assert.match(words, /区人力资源和社会保障局已经受理，正在办理。/)
    assert.match(words, /办结并书面答复.*最迟 2126年1月9日/)
    assert.match(words, /2026年11月10日 09:00/)
    assert.match(page.html, /regulations\/petition-work-regulations\/#article-34/)
  })

  it('says so when a status is damaged or of another petition, and shows nothing of it (23)', async () => {
    const [mine, other] = [await file(), await file()]
    await desk.push(other.digits, { revision: 1, state: 'closed' })
    const database = new Database(join(data.path, 'portal', 'mailbox.db'), { readonly: true })
    const foreign = database.prepare('select sealed from statuses where number = ?')
    const { sealed } = foreign.get(other.digits) as { sealed: Buffer }
    database.close()
    let revision = 1
    for (const damaged of [sealed, sealed.subarray(0, 100), Buffer.from('nonsense')]) {
      await desk.pushSealed(mine.digits, (revision += 1), damaged)
      const page = await citizen.track(mine.number, mine.code)
      assert.match(wordsOf(page), /进度暂时显示不出来/)
    }
  })
})

describe('evaluating the handling', () => {
  const reply = { text: '李秀英：\n工资已经付清。', unit: '区人社局', deliveredOn: '2026-11-21' }

  it('is open once for each reply, and thanks until the office confirms', async () => {
    const { number, digits, code } = await file()
    await desk.push(digits, { revision: 1, state: 'replied', reply, mayEvaluate: true })
    const asked = await citizen.track(number, code)
    assert.match(wordsOf(asked), /工资已经付清。.*请您评价/)

    const empty = await citizen.evaluate(number, code, '', '字'.repeat(501))
    assert.equal(empty.status, 422)
    assert.match(wordsOf(empty), /请选择满意、基本满意或不满意.*请删去 1 个字/)

    const pages = await Promise.all([
      citizen.evaluate(number, code, 'satisfied', '很快。'),
      citizen.evaluate(number, code, 'satisfied', '很快。'),
    ])
    for (const page of pages) assert.match(wordsOf(page), /谢谢您的评价/)
    await citizen.evaluate(number, code, 'dissatisfied')
    const evaluations = (await desk.collect()).filter(
      (opened) => opened.number === digits && opened.kind === 'evaluation',
    )
    assert.deepEqual(
      evaluations.map((opened) => opened.kind === 'evaluation' && opened.evaluation),
      [{ satisfaction: 'satisfied', comment: '很快。' }],
    )
    assert.match(wordsOf(await citizen.track(number, code)), /谢谢您的评价/)

    const evaluation = { satisfaction: 'satisfied', comment: '很快。' } as const
    await desk.push(digits, { revision: 2, state: 'closed', reply, evaluation })
    assert.match(wordsOf(await citizen.track(number, code)), /您的评价\s*满意：很快。/)
  })

  it('is not taken before the office asks for it', async () => {
    const { number, digits, code } = await file()
    await citizen.evaluate(number, code, 'satisfied')
    await desk.push(digits, { revision: 1, state: 'accepted' })
    await citizen.evaluate(number, code, 'satisfied')
    const sent = (await desk.collect()).filter((opened) => opened.number === digits)
    assert.equal(sent.length, 1)
  })
})

describe('when things go wrong', () => {
  it('says 503, keeps the form, and files it once the mailbox is free (4)', async () => {
    const key = await citizen.openForm()
    const lock = new Database(join(data.path, 'portal', 'mailbox.db'))
    lock.exec('begin exclusive')
    const started = performance.now()
    const waiting = citizen.file({ ...story, key })
    const other = await citizen.open('/')
    assert.equal(other.status, 200)
    assert.ok(performance.now() - started < 2_000, 'other pages stood still')
    const page = await waiting
    assert.equal(page.status, 503)
    assert.ok(Number(page.headers.get('retry-after')) > 0)
    assert.ok(page.html.includes('找过劳动监察'))
    assert.equal(formKey(page.html), key)
    lock.exec('rollback')
    lock.close()
    assert.ok(readReceipt(await citizen.file({ ...story, key })).number)
  })

  it('keeps what was shown on a receipt through being killed (1)', async () => {
    const own = await createDataDir()
    pointTo(own.path, release.folder)
    const shown: { number: string; title: string; key: string }[] = []
    let sent = 0
    const rounds = 6
    for (let round = 0; round < rounds; round += 1) {
      const doomed = await startPortal(own.path)
      const filer = createCitizen(doomed.url)
      const fileUntilKilled = async () => {
        for (;;) {
          const key = await filer.openForm()
          const title = `第 ${round} 轮第 ${(sent += 1)} 件`
          const { answer } = await filer.fileAsData({ ...story, title, key })
          if (answer.kind === 'receipt') shown.push({ number: answer.number, title, key })
        }
      }
      const filing = Array.from({ length: 8 }, () => fileUntilKilled().catch(() => undefined))
      setTimeout(() => doomed.process.kill('SIGKILL'), 300 + round * 90)
      await Promise.all(filing)
      await doomed.exited
    }
    const revived = await startPortal(own.path)
    const office = createDesk(revived.url, own.identity, own.token)
    const filer = createCitizen(revived.url)
    assert.ok(shown.length > 0, 'no receipt was shown before the kill')
    assert.ok(shown.length < sent, 'every receipt was shown: no kill fell into a filing')
    const stored = await office.allPetitions()
    for (const { number, title, key } of shown) {
      const found = stored.filter((opened) => opened.number === number)
      assert.deepEqual(
        found.map(({ petition }) => petition.title),
        [title],
      )
      const again = await filer.fileAsData({ ...story, title, key })
      assert.equal(again.answer.number, number)
    }
    await revived.stop()
    own.remove()
  })

  it('takes filing at one portal and tracking at another over one mailbox', async () => {
    const second = await startPortal(data.path)
    const { number, code } = await file()
    const elsewhere = createCitizen(second.url)
    assert.match(wordsOf(await elsewhere.track(number, code)), /信访局已经收到/)
    await second.stop()
  })

  it('erases what the office has long had, and shows its receipt and status as before', async () => {
    const own = await createDataDir()
    pointTo(own.path, release.folder)
    const first = await startPortal(own.path)
    const filer = createCitizen(first.url)
    const key = await filer.openForm()
    const { number, code } = readReceipt(await filer.file({ ...story, key }))
    const office = createDesk(first.url, own.identity, own.token)
    const [{ sequence } = assert.fail()] = await office.collect()
    await office.push(number.replace(/\D/g, ''), { revision: 1, state: 'registered' })
    await office.acknowledge(sequence)
    await first.stop()
    const database = new Database(join(own.path, 'portal', 'mailbox.db'))
    const weekAgo = new Date(Date.now() - 8 * 86_400_000).toISOString()
    database.prepare('update messages set acknowledged_at = ?').run(weekAgo)
    database.close()

    const keeping = await startPortal(own.path, { MAILBOX_KEEP_DAYS: '9' })
    assert.equal((await createDesk(keeping.url, own.identity, own.token).collect()).length, 1)
    await keeping.stop()
    const later = await startPortal(own.path)
    const desk = createDesk(later.url, own.identity, own.token)
    await until('the erasure', 10, async () => (await desk.collect()).length === 0 || undefined)
    const visitor = createCitizen(later.url)
    assert.match(wordsOf(await visitor.track(number, code)), /信访局已经登记/)
    assert.deepEqual(readReceipt(await visitor.file({ ...story, key })), { number, code })
    assert.equal((await desk.collect()).length, 0)
    await later.stop()
    own.remove()
  })

  it('leaves nothing of a petition readable on the portal (24)', async () => {
    const canary = {
      name: '金丝雀甲乙',
      phone: '13987654321',
      idNumber: '11010519491231002X',
      address: '金丝雀路 77 号 201 室',
      facts: '金丝雀的事实经过，只应当由信访局打开。',
    }
    const { number, digits, code, key } = await file(canary)
    await citizen.track(number, code)
    await citizen.track(number, 'AAAA-AAAA-AAAA')
    await citizen.file({ ...story, ...canary, phone: 'wrong', key })
    await citizen.open(`/petition/?name=${encodeURIComponent(canary.name)}&phone=${canary.phone}`)
    await citizen.open(`/petition/track/?number=${digits}&code=${code}`)
    await fetch(`${portal.url}/petition/`, { method: 'POST', body: JSON.stringify(canary) })
    const files = readdirSync(data.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(release.folder))
      .map((entry) => join(entry.parentPath, entry.name))
    const mailbox = Buffer.concat(files.map((path) => readFileSync(path)))
    assert.ok(files.some((path) => path.endsWith('mailbox.db')))
    const secrets = [...Object.values(canary), code, code.replaceAll('-', ''), key]
    for (const secret of secrets) {
      assert.ok(!portal.output().includes(secret), `the log holds ${secret}`)
      assert.ok(!mailbox.includes(secret), `the data folder holds ${secret}`)
    }
    assert.ok(!portal.output().includes(digits))
  })
})

const postgres = await startPostgres()
after(() => postgres?.stop())
describe('a portal with PostgreSQL', { skip: postgres ? false : '没有 PostgreSQL' }, () => {
  it('files and tracks, and says so while the database is away', async () => {
    const database = postgres ?? assert.fail()
    const own = await createDataDir()
    pointTo(own.path, release.folder)
    const running = await startPortal(own.path, { MAILBOX_URL: database.url })
    const filer = createCitizen(running.url)
    const key = await filer.openForm()
    const { number, code } = readReceipt(await filer.file({ ...story, key }))
    assert.equal((await filer.track(number, code)).status, 200)

    await database.stop()
    assert.equal((await filer.track(number, code)).status, 503)
    assert.equal((await filer.file({ ...story, key: await filer.openForm() })).status, 503)
    assert.equal((await fetch(`${running.url}/healthz`)).status, 503)
    await running.stop()
    own.remove()
  })
})
