import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { QueueAnswer, QueueTab } from '../../../cms/src/contracts/cases/queue.ts'
import type { Staff } from '../desk/staff.ts'

/** What the queue answers a member of staff; `counts` by the tab. */
export async function askQueue(staff: Staff, question: Record<string, string> = {}) {
  const { status, body } = await staff.call('POST', '/desk/cases/queue', question)
  const answer = body as QueueAnswer & { error?: { message: string } }
  return {
    status,
    error: answer.error?.message,
    numbers: (answer.rows ?? []).map(({ number }) => number),
    rows: answer.rows ?? [],
    found: answer.found,
    reading: answer.reading,
    counts: Object.fromEntries((answer.tabs ?? []).map(({ tab, count }) => [tab, count])) as Record<
      QueueTab,
      number
    >,
  }
}

/** A row of the log of who looked at which case, as the database has it. */
export type ViewRow = {
  number: string
  viewer: string
  act: string
  asked: string | null
  found: number
}

/** The log of views of a desk, the first first. */
export function readViewLog({ dataDir }: { dataDir: string }): ViewRow[] {
  const database = new Database(join(dataDir, 'cms', 'cms.db'), { readonly: true })
  try {
    return database.prepare('select * from case_views order by id').all() as ViewRow[]
  } finally {
    database.close()
  }
}
