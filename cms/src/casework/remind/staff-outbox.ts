import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { Outbox, Task } from '../notify/deliver.ts'

/** What waits for one address goes out in one mail; this many reminders at most. */
const most = 1_000
/** Milliseconds in which nothing more came, after which what has gathered is sent; and the longest that it waits. */
const calm = 4_000
const longest = 600_000
/** So many rows are looked at in one journey. */
const window = 5_000

type Row = { id: number; address: string; attempts: number; dueAt: string }

/** The lines of a mail, by their rows. */
export type Bundles = Outbox & { rowsOf(task: Task): readonly number[] }

/** When a bundle is due: what was just left may get company; what failed waits for its own time. */
function dueAt(rows: readonly Row[]): Date {
  const times = rows.map((row) => new Date(row.dueAt).getTime())
  const latest = Math.max(...times)
  const wait = rows[0]?.attempts === 0 ? calm : 0
  return new Date(Math.min(latest + wait, Math.min(...times) + longest))
}

/** The mails to staff that wait, as tasks of the outbox: each all that waits for one address, as often tried. */
export function createStaffOutbox(strapi: Core.Strapi): Bundles {
  const table = () => tableOf(strapi, contentType.staffMail)
  const bundles = new Map<number, number[]>()
  const rowsOf = ({ id }: Pick<Task, 'id'>) => bundles.get(id) ?? []
  return {
    rowsOf,
    async waiting() {
      bundles.clear()
      const found = await table().findMany({
        where: { state: 'waiting' },
        select: ['id', 'address', 'attempts', 'dueAt'],
        orderBy: { id: 'asc' },
        limit: window,
      })
      const rows = found.map((row) => ({ ...row, dueAt: String(row.dueAt) }))
      const groups = Map.groupBy(rows, (row) => `${row.address.toLowerCase()} ${row.attempts}`)
      return [...groups].flatMap(([caseId, all]): Task[] => {
        const [first, ...more] = all.slice(0, most)
        if (!first) return []
        const bundle = [first, ...more]
        bundles.set(
          first.id,
          bundle.map(({ id }) => id),
        )
        const { id, attempts } = first
        return [{ id, caseId, step: 0, by: 'email', attempts, dueAt: dueAt(bundle) }]
      })
    },
    async claim(task, nextTry) {
      const { attempts } = task
      const ids = rowsOf(task)
      const { count } = await writeRecords(() =>
        table().updateMany({
          where: { id: { $in: ids }, attempts, state: 'waiting' },
          data: { attempts: attempts + 1, dueAt: nextTry.toISOString() },
        }),
      )
      return count === ids.length
    },
    async settle(task, result) {
      const reason = 'reason' in result ? result.reason : null
      const sentAt = result.state === 'sent' ? new Date().toISOString() : null
      const data = { state: result.state, reason, sentAt }
      await writeRecords(() =>
        table().updateMany({ where: { id: { $in: rowsOf(task) }, state: 'waiting' }, data }),
      )
    },
  }
}
