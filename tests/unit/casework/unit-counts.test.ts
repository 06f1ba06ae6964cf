import assert from 'node:assert/strict'
import { it } from 'node:test'
import { askUnits } from '../../../cms/src/casework/queue/ask-units.ts'
import { openMemoryDatabase } from '../../../cms/src/casework/queue/memory-database.ts'

const today = '2026-06-30'
const since = '2026-01-01'

it('counts for a unit only what its list has, and for the bureau all that a unit did', () => {
  const database = openMemoryDatabase()
  const work = database.prepare('insert into works values (?, ?, ?, ?, ?, ?)')
  const held = database.prepare('insert into case_units values (?, ?, 1, 1, ?)')
  const share = database.prepare(
    'insert into shares (party, case_id, tabs, place, counted_day) values (?, ?, 0, 0, ?)',
  )
  // The second accuses the unit since, which does not see it any more; the third is another's.
  const cases: [number, string, number, string[]][] = [
    [1, 'own', 4, ['', 'own']],
    [2, 'own', 10, ['']],
    [3, 'other', 20, ['', 'other']],
  ]
  for (const [id, unit, days, parties] of cases) {
    work.run(id, unit, '2026-05-01', '2026-05-20', '2026-05-10', days)
    held.run(id, unit, '2026-06-29')
    for (const party of parties) share.run(party, id, '2026-06-29')
  }
  const of = (unit: string, party: Parameters<typeof askUnits>[1]) => {
    const { open, late, informed, decided } = askUnits(database, party, today, since).get(unit) ?? {
      open: 0,
    }
    return { open, late, informed, decided }
  }
  assert.deepEqual(of('own', { kind: 'unit', unit: 'own' }), {
    open: 1,
    late: 1,
    informed: { due: 1, inTime: 1 },
    decided: { count: 1, days: 4 },
  })
  assert.deepEqual(of('own', { kind: 'bureau' }), {
    open: 2,
    late: 2,
    informed: { due: 2, inTime: 2 },
    decided: { count: 2, days: 7 },
  })
  assert.equal(askUnits(database, { kind: 'unit', unit: 'own' }, today, since).has('other'), false)
  database.close()
})
