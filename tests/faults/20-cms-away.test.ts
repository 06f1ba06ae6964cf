import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import Database from 'better-sqlite3'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { longDay } from '../../content/calendar/wording.ts'
import { addDays, dayMs, shanghaiDay } from '../../content/calendar/day.ts'
import { fileBacklog } from '../support/portal/backlog.ts'
import type { Uncollected } from '../support/portal/backlog.ts'
import { createCitizen, visibleText } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import type { Citizen } from '../support/portal/citizen.ts'
import { startCms } from '../support/desk/cms.ts'
import type { RunningCms } from '../support/desk/cms.ts'
import { formsOf } from '../support/files/text-encodings.ts'
import { pointTo, startPortal } from '../support/portal/portal.ts'
import type { RunningPortal } from '../support/portal/portal.ts'
import { freePorts } from '../support/machine/ports.ts'
import { buildSite } from '../support/release/site-release.ts'
import type { SiteRelease } from '../support/release/site-release.ts'
import { collection, signIn } from '../support/desk/staff.ts'
import { until } from '../support/machine/until.ts'

const threeDays = 3 * dayMs
/** More than the CMS fetches at once. */
const many = 104

let release: SiteRelease
let cms: RunningCms
let portal: RunningPortal
let citizen: Citizen
/** The backlog in the order in which it was filed; the last came by the form. */
const filed: Uncollected[] = []
let strange: Uncollected[] = []

/** What the CMS has written down, in the order in which it did. */
function read<T>(query: string): T[] {
  const database = new Database(join(cms.dataDir, 'cms', 'cms.db'), { readonly: true })
  const rows = database.prepare(query).all() as T[]
  database.close()
  return rows
}
const cases = () => read<{ number: string }>('select number from cases order by id')
const inMailbox = () => new Database(join(cms.dataDir, 'portal', 'mailbox.db'))

before(async () => {
  release = await buildSite()
  const [port] = await freePorts(1)
  cms = await startCms({ MAILBOX_ENDPOINT: `http://127.0.0.1:${port}/mailbox` })
  await cms.restart(async () => {
    pointTo(cms.dataDir, release.folder)
    portal = await startPortal(cms.dataDir, { PORTAL_PORT: String(port) })
    citizen = createCitizen(portal.url)
    const began = Date.now() - threeDays
    const moments = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, index) => new Date(began + ((from + index) * threeDays) / many),
      )
    filed.push(...(await fileBacklog(cms.dataDir, moments(0, 40))))
    const stranger = await identityToRecipient(await generateX25519Identity())
    strange = await fileBacklog(cms.dataDir, moments(40, 1), [stranger])
    filed.push(...(await fileBacklog(cms.dataDir, moments(41, many - 41))))

    const { status, answer } = await citizen.fileAsData({ ...story, key: await citizen.openForm() })
    assert.equal(status, 200)
    filed.push({ ...answer, receivedAt: new Date(answer.receivedAt) })
    const page = await citizen.track(filed[0]?.number ?? '', filed[0]?.code ?? '')
    assert.match(visibleText(page), /信访局已经收到，还没有登记/)
    damage()
  })
})

after(async () => {
  await portal.stop()
  await cms.stop()
  release.remove()
})

/** Rows that are spoiled while the CMS is away, and why each is set aside. */
const spoiled = { flipped: 10, cut: 11, swapped: [12, 13], renamed: 14 } as const
const setAside = new Map<string, string>()

function damage(): void {
  const database = inMailbox()
  const numberOf = (place: number) => filed[place]?.number ?? ''
  const sealedOf = (place: number) =>
    (
      database.prepare('select sealed from messages where number = ?').get(numberOf(place)) as {
        sealed: Buffer
      }
    ).sealed
  const put = (place: number, sealed: Buffer) =>
    database.prepare('update messages set sealed = ? where number = ?').run(sealed, numberOf(place))

  const flipped = Buffer.from(sealedOf(spoiled.flipped))
  flipped[flipped.length - 5] = (flipped[flipped.length - 5] ?? 0) ^ 1
  put(spoiled.flipped, flipped)
  put(spoiled.cut, sealedOf(spoiled.cut).subarray(0, 150))
  const [left, right] = spoiled.swapped.map(sealedOf)
  put(spoiled.swapped[0], right ?? assert.fail())
  put(spoiled.swapped[1], left ?? assert.fail())
  database
    .prepare('update messages set number = ? where number = ?')
    .run(numberOf(0), numberOf(spoiled.renamed))
  database.close()
  const broken = '打不开：密钥不符或内容损坏'
  const foreign = '编号与信封不符'
  for (const place of [spoiled.flipped, spoiled.cut]) setAside.set(numberOf(place), broken)
  for (const place of spoiled.swapped) setAside.set(numberOf(place), foreign)
  setAside.set(numberOf(spoiled.renamed), foreign)
  setAside.set(strange[0]?.number ?? '', broken)
}

it('takes in the backlog of three days once and in the order of filing (20)', async (t) => {
  const healthy = filed.map(({ number }) => number).filter((number) => !setAside.has(number))
  await until('the backlog', 300, async () => cases().length >= healthy.length || undefined)
  assert.deepEqual(
    cases().map(({ number }) => number),
    healthy,
  )
  t.diagnostic(`${filed.length + 1} messages: ${healthy.length} cases, ${setAside.size} set aside`)
})

it('sets aside and reports what is damaged, swapped or sealed to another key (23)', async () => {
  const kept = read<{ number: string; reason: string }>('select number, reason from quarantines')
  const reasons = [...setAside.values()].sort()
  assert.deepEqual(kept.map(({ reason }) => reason).sort(), reasons)
  // The one whose number was changed lies under the number that it came with.
  const numbers = new Set(kept.map(({ number }) => number))
  for (const number of setAside.keys()) {
    const renamed = number === filed[spoiled.renamed]?.number
    assert.ok(numbers.has(renamed ? (filed[0]?.number ?? '') : number))
  }
  assert.equal((await cms.log()).match(/已存入待核信件/g)?.length, setAside.size)
})

it('counts the clocks from the receipt, not from the day on which the CMS was back (20)', async () => {
  for (const place of [0, many - 2]) {
    const { number, code, receivedAt } = filed[place] ?? assert.fail()
    const lastDay = longDay(addDays(shanghaiDay(receivedAt), 15))
    await until('the status', 120, async () => {
      const [row] = read<{ pushed: number }>(`select pushed from cases where number = '${number}'`)
      return row?.pushed === 1 || undefined
    })
    const words = visibleText(await citizen.track(number, code))
    assert.match(words, new RegExp(`最迟\\s*${lastDay}`))
  }
})

it('takes in what comes later, and nothing twice (20)', async () => {
  const before = cases().length
  const [{ number } = assert.fail()] = await fileBacklog(cms.dataDir, [new Date()])
  await until('the later petition', 60, async () =>
    cases().some((row) => row.number === number) ? true : undefined,
  )
  assert.equal(cases().length, before + 1)
  await until('the acknowledgement', 30, async () => {
    const database = inMailbox()
    const left = database
      .prepare('select count(*) as count from messages where acknowledged_at is null')
      .get() as { count: number }
    database.close()
    return left.count === 0 || undefined
  })
})

it('leaves nothing of a petition in its log or its files, also where its database breaks or staff search for it (24)', async () => {
  const database = new Database(join(cms.dataDir, 'cms', 'cms.db'), { timeout: 20_000 })
  database.exec(
    `create trigger broken before insert on cases begin select raise(abort, 'broken'); end`,
  )
  const linesBefore = (await cms.log()).length
  const [waiting] = await fileBacklog(cms.dataDir, [new Date()])
  await until('the fault in the log', 60, async () =>
    (await cms.log()).slice(linesBefore).includes('将继续重试') ? true : undefined,
  )
  database.exec('drop trigger broken')
  database.close()
  await until('the petition after the fault', 60, async () =>
    cases().at(-1)?.number === waiting?.number ? true : undefined,
  )

  const clerk = await signIn(cms, 'case-clerk')
  const search = new URLSearchParams({
    _q: story.phone,
    'filters[state][$ne]': story.name,
  })
  assert.equal((await clerk.call('GET', `${collection('case')}?${search}`)).status, 200)
  const log = await cms.log()
  const folder = join(cms.dataDir, 'cms')
  const deskFiles = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((path) => [path, readFileSync(path)] as const)
  assert.ok(deskFiles.some(([path]) => path.endsWith('cms.db')))
  for (const secret of [
    story.phone,
    story.name,
    story.title,
    story.facts.slice(0, 12),
    story.address,
  ]) {
    for (const form of [secret, encodeURIComponent(secret)]) {
      assert.ok(!log.includes(form), `the log holds ${form}`)
    }
    for (const [path, bytes] of deskFiles) {
      const lying = formsOf(secret).some((form) => bytes.includes(form))
      assert.ok(!lying, `${path} holds ${secret}`)
    }
  }
})
