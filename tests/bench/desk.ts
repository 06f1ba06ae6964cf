import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { QueueAnswer, QueueProgress } from '../../cms/src/contracts/cases/queue.ts'
import { step } from '../../scripts/progress.ts'
import { startPostgresDesk, startSqliteDesk } from '../support/desk/desk-database.ts'
import { signIn, type Staff } from '../support/desk/staff.ts'
import { until } from '../support/machine/until.ts'
import { fillDesk } from './desk/fill.ts'
import { shanghaiDay } from '../../content/calendar/day.ts'
import { calendarAddress, figureAddresses, lists, searches } from './desk/questions.ts'
import { openPostgresTables } from './desk/postgres.ts'
import { openSqliteTables } from './desk/sqlite.ts'
import { quantile } from './scale/quantile.ts'

/**
 * `npm run bench -- desk [--cases 100000] [--rounds 5] [--database sqlite|postgres]`: fills a desk with so many sealed
 * cases, starts it, and measures at its HTTP how long queue, search, home page, case page, calendar, view by unit and
 * figures take, for the bureau and for a unit. Each
 * answer counts, also those that are asked for the first time. Last line: one JSON object.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    database: { type: 'string', default: 'sqlite' },
  },
})
const count = Number(values.cases)
const rounds = Number(values.rounds)
const round = (value: number) => Math.round(value * 10) / 10

/** Milliseconds that each of some addresses, or questions of the queue, takes, one after another, several times. */
async function take(
  staff: Staff,
  asked: readonly (string | Record<string, string>)[],
  times = rounds,
): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    for (const one of asked) {
      const started = performance.now()
      const { status } =
        typeof one === 'string'
          ? await staff.call('GET', one)
          : await staff.call('POST', '/desk/cases/queue', one)
      taken.push(performance.now() - started)
      if (status !== 200) throw new Error(`${JSON.stringify(one)} answered ${status}`)
    }
  }
  return taken
}

/** Resident memory of the desk's process, which this one has started, in megabytes. */
function memoryOfDesk(): number {
  const processes = execFileSync('ps', ['-eo', 'ppid=,rss='], { encoding: 'utf8' })
  const sizes = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([parent, kilobytes]) => (parent === process.pid ? [kilobytes ?? 0] : []))
  return Math.round(Math.max(...sizes) / 1024)
}

const isPostgres = values.database === 'postgres'
const { office, settings, stop } = await (isPostgres ? startPostgresDesk() : startSqliteDesk())
try {
  await office.restart(async () => {
    const url = settings.CMS_DATABASE_URL
    const tables = url ? await openPostgresTables(url) : openSqliteTables(office.dataDir)
    await step(`写入 ${count} 个办件`, () =>
      fillDesk(tables, office.dataDir, count, (done) => {
        if (done % 10_000 === 0) console.error(`  ${done}`)
      }),
    )
    await tables.close()
  })
  const started = performance.now()
  const clerk = await signIn(office, 'case-clerk')
  const own = await signIn(office, 'unit-clerk')
  await step('读进内存里的索引', () =>
    until('the index', 1_800, async () => {
      const { body } = await clerk.call('GET', '/desk/cases/reading')
      return (body as QueueProgress).reading === null || undefined
    }),
  )
  const indexSeconds = (performance.now() - started) / 1000
  const { body } = await clerk.call('POST', '/desk/cases/queue', { tab: 'late' })
  const { rows } = body as QueueAnswer
  const pages = rows.slice(0, 20).map(({ documentId }) => `/desk/cases/${documentId}/page`)
  const queue = [...(await take(clerk, lists.bureau)), ...(await take(own, lists.unit))]
  const search = [...(await take(clerk, searches)), ...(await take(own, searches))]
  const home = [
    ...(await take(clerk, ['/desk/cases/due'], rounds * 5)),
    ...(await take(own, ['/desk/cases/due'], rounds * 5)),
  ]
  const opened = await take(clerk, pages)
  const calendar = await take(clerk, [calendarAddress(shanghaiDay(new Date()))], rounds * 5)
  const units = await take(clerk, ['/desk/cases/units'], rounds * 5)
  const figures = await take(clerk, figureAddresses(shanghaiDay(new Date())), rounds)
  const p95 = (taken: number[]) => round(quantile(taken, 0.95))
  const p50 = (taken: number[]) => round(quantile(taken, 0.5))
  console.error(
    `一半的回答不超过：列表 ${p50(queue)}、搜索 ${p50(search)}、首页 ${p50(home)}、办件 ${p50(opened)}、日历 ${p50(calendar)}、各单位 ${p50(units)}、统计 ${p50(figures)} 毫秒`,
  )
  console.log(
    JSON.stringify({
      cases: count,
      database: values.database,
      queueP95Ms: p95(queue),
      searchP95Ms: p95(search),
      homeP95Ms: p95(home),
      caseP95Ms: p95(opened),
      calendarP95Ms: p95(calendar),
      unitsP95Ms: p95(units),
      figuresP95Ms: p95(figures),
      indexSeconds: round(indexSeconds),
      rssMb: memoryOfDesk(),
    }),
  )
} finally {
  await stop()
}
