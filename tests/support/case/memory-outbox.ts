import assert from 'node:assert/strict'
import type { Outbox, Task } from '../../../cms/src/casework/notify/deliver.ts'
import type { NotifyWay } from '../../../cms/src/casework/notify/port.ts'

type Row = Task & { state: string; reason?: string }

/** An outbox in memory: the rules are tried with it, its database in the CMS tests. */
export function memoryOutbox() {
  const rows: Row[] = []
  const find = (id: number) => rows.find((row) => row.id === id) ?? assert.fail('no such row')
  const outbox: Outbox = {
    waiting: async () => rows.filter(({ state }) => state === 'waiting').map((row) => ({ ...row })),
    claim: async ({ id, attempts }, dueAt) => {
      const row = find(id)
      if (row.attempts !== attempts) return false
      Object.assign(row, { attempts: attempts + 1, dueAt })
      return true
    },
    settle: async ({ id }, result) => void Object.assign(find(id), result),
  }
  const leave = (caseId: string, step: number, by: NotifyWay = 'email') => {
    const row = { id: rows.length + 1, caseId, step, by, attempts: 0, dueAt: new Date(0) }
    rows.push({ ...row, state: 'waiting' })
  }
  return { rows, outbox, leave }
}
