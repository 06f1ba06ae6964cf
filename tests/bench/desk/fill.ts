import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { noHead, type StoredEvent } from '../../../cms/src/casework/events/chain.ts'
import type { NewEvent } from '../../../cms/src/casework/events/event.ts'
import { headOf, sealLog } from '../../../cms/src/casework/events/event-log.ts'
import { fieldsOf, unitsOf } from '../../../cms/src/casework/record/case-fields.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { readDeskKeys } from '../../../cms/src/casework/vault/desk-keys.ts'
import { sealRow, type Row } from '../../../cms/src/casework/vault/rows.ts'
import { sealedFields, type Model } from '../../../cms/src/casework/vault/sealed-type.ts'
import { columnOf, readCaseModel } from '../../../cms/src/casework/verify/case-model.ts'
import { root } from '../../support/machine/installation.ts'
import { historyOf } from './history.ts'
import type { DeskTables, Known } from './tables.ts'

/** So many cases are written in one transaction. */
const batch = 500

const eventModel: Model = {
  uid: 'api::case-event.case-event',
  attributes: { key: { type: 'text', pluginOptions: { vault: { sealed: true } } } },
}
const caseModel = readCaseModel(root)

/** What every row of Strapi has. */
const stamped = (at: string) => ({ createdAt: at, updatedAt: at, publishedAt: at })

const byColumn = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]))

function writeCase(
  tables: DeskTables,
  seal: (model: Model, row: Row) => Row,
  known: Known,
  number: string,
  history: NewEvent[],
): void {
  const log = sealLog(number, noHead, history)
  const file = projectCase(
    history.map((event, index) => ({ ...event, number, sequence: index + 1 })),
  )
  const { unit, units } = unitsOf(file)
  const { eventCount, headHash } = headOf(log as StoredEvent[])
  const id = tables.insert(
    'cases',
    byColumn(
      seal(caseModel, {
        ...fieldsOf(file),
        ...stamped(file.receivedAt),
        namedUnits: [],
        settledUnits: [],
        unsettled: false,
        pushed: true,
        eventCount,
        headHash,
      }),
    ),
  )
  for (const event of log) {
    tables.insert('case_events', byColumn(seal(eventModel, { ...event, ...stamped(event.at) })))
  }
  const department = (one: string) => known.unitIds.get(one) ?? 0
  if (unit !== null) {
    tables.insert('cases_unit_lnk', { case_id: id, department_id: department(unit) })
  }
  for (const [index, one] of units.entries()) {
    const link = { case_id: id, department_id: department(one), department_ord: index + 1 }
    tables.insert('cases_units_lnk', link)
  }
}

/**
 * Fills the database of a desk that is not running with so many cases, each with its events, sealed and chained as
 * the desk does it.
 */
export async function fillDesk(
  tables: DeskTables,
  dataDir: string,
  count: number,
  tell: (done: number) => void,
): Promise<void> {
  const deskKeys = readDeskKeys(readFileSync(dataLayout(dataDir).deskKey, 'utf8'))
  const seal = (model: Model, row: Row): Row => {
    const documentId = randomBytes(12).toString('hex')
    const owner = { type: model.uid, row: documentId }
    return { documentId, ...sealRow(deskKeys, owner, sealedFields(model), row) }
  }
  const known = await tables.known()
  const now = Date.now()
  for (let done = 0; done < count; done += batch) {
    await tables.together(() => {
      for (let nth = done; nth < Math.min(done + batch, count); nth += 1) {
        const number = String(1_000_000_000_000_000 + nth * 7_919)
        writeCase(tables, seal, known, number, historyOf(nth, count, known, now))
      }
    })
    tell(Math.min(done + batch, count))
  }
}
