import type { KeyedEvent } from '../events/event-log.ts'
import type { DeskKeys } from '../vault/desk-keys.ts'
import type { Ask, RawRow } from './query.ts'
import { eventIn, faultOfCase, type Units } from './check-case.ts'
import type { CaseModel } from './case-model.ts'
import { faultOfDailyHeads } from './daily-heads.ts'

/** Something that is wrong with a case; `documentId` is '' for events without a case. */
type CaseFault = { documentId: string; number: string; fault: string }

/** What a check of all cases has found. */
export type CaseReport = {
  cases: number
  events: number
  faults: CaseFault[]
  /** What is wrong with the heads kept each day; null where they are in order. */
  heads: string | null
}

/** What a check reads: the database, the desk's keys, and what was kept each day. */
export type CaseStore = { ask: Ask; deskKeys: DeskKeys; model: CaseModel; headsFile: string }

const page = 200
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

/** The units to which a relation leads, by the case's number in the table. */
async function linked(ask: Ask, table: string, ids: number[]): Promise<Map<number, string[]>> {
  const rows = await ask(
    `select l.case_id, d.document_id from ${table} l join departments d on d.id = l.department_id
     where l.case_id in (${marks(ids)})`,
    ids,
  )
  const found = new Map<number, string[]>()
  for (const { case_id: id, document_id: unit } of rows) {
    found.set(Number(id), [...(found.get(Number(id)) ?? []), String(unit)])
  }
  return found
}

async function unitsOf(ask: Ask, ids: number[]): Promise<(id: number) => Units> {
  const unit = await linked(ask, 'cases_unit_lnk', ids)
  const units = await linked(ask, 'cases_units_lnk', ids)
  const accused = await linked(ask, 'cases_accused_units_lnk', ids)
  return (id) => ({
    unit: unit.get(id)?.[0] ?? null,
    units: units.get(id) ?? [],
    accusedUnits: accused.get(id) ?? [],
  })
}

async function eventsOf(
  { ask, deskKeys }: CaseStore,
  numbers: string[],
): Promise<Map<string, KeyedEvent[]>> {
  const rows = await ask(
    `select * from case_events where number in (${marks(numbers)}) order by number, sequence`,
    numbers,
  )
  return Map.groupBy(
    rows.map((row) => eventIn(row, deskKeys)),
    ({ number }) => number,
  )
}

/** Events of cases that are not there. */
async function orphans(ask: Ask): Promise<CaseFault[]> {
  const rows = await ask(
    `select distinct e.number from case_events e left join cases c on c.number = e.number
     where c.id is null`,
  )
  return rows.map(({ number }) => ({
    documentId: '',
    number: String(number),
    fault: '有记录而没有办件',
  }))
}

/**
 * Checks the record of every case, and that each is what its record says.
 * @param onProgress is told how many cases were looked at
 * @param pause is awaited between pages, for a check beside other work
 */
export async function verifyCases(
  store: CaseStore,
  onProgress: (cases: number) => void = () => {},
  pause: () => Promise<void> = async () => {},
): Promise<CaseReport> {
  const { ask, model, deskKeys } = store
  const faults: CaseFault[] = []
  let cases = 0
  let events = 0
  for (let after = 0; ;) {
    const rows: RawRow[] = await ask('select * from cases where id > ? order by id limit ?', [
      after,
      page,
    ])
    if (rows.length === 0) break
    const ids = rows.map(({ id }) => Number(id))
    const units = await unitsOf(ask, ids)
    const logs = await eventsOf(
      store,
      rows.map(({ number }) => String(number)),
    )
    for (const row of rows) {
      const number = String(row.number)
      const log = logs.get(number) ?? []
      events += log.length
      const fault = faultOfCase(row, units(Number(row.id)), log, model, deskKeys)
      if (fault !== null) faults.push({ documentId: String(row.document_id), number, fault })
    }
    cases += rows.length
    after = ids.at(-1) ?? after
    onProgress(cases)
    await pause()
  }
  faults.push(...(await orphans(ask)))
  return { cases, events, faults, heads: await faultOfDailyHeads(ask, store.headsFile, deskKeys) }
}
