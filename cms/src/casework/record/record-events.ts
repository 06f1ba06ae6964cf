import type { Core } from '@strapi/strapi'
import { documentsOf } from '../../strapi/documents.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { faultOf, noHead, type Head } from '../events/chain.ts'
import type { NewEvent } from '../events/event.ts'
import { headOf, openLog, readLog, sealLog, UnreadableLog, writeLog } from '../events/event-log.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { projectCase } from '../rules/case/project-case.ts'
import type { NamedUnit } from '../rules/units/find-units.ts'
import { addNames } from '../rules/units/unsettled-units.ts'
import { fieldsOf, unitsOf } from './case-fields.ts'
import { CaseChanged, caseUid, type CaseRow } from './case-record.ts'
import { namingFields, namingOf } from './naming-fields.ts'

/** How far a case's record reaches, as the case itself has it. */
export function headIn({ eventCount, headHash }: Pick<CaseRow, 'eventCount' | 'headHash'>): Head {
  return eventCount === null || headHash === null ? noHead : { eventCount, headHash }
}

/**
 * A case as its events have made it.
 * @throws UnreadableLog where its record is not whole: nothing may be built upon it
 */
export async function readFile(
  strapi: Core.Strapi,
  row: Pick<CaseRow, 'number' | 'eventCount' | 'headHash'>,
): Promise<CaseFile> {
  const log = await readLog(strapi, row.number)
  if (log.length === 0 || faultOf(log, headIn(row)) !== null) {
    throw new UnreadableLog('办件记录不完整')
  }
  return projectCase(openLog(log))
}

function stored(file: CaseFile) {
  const { unit, units, accusedUnits } = unitsOf(file)
  return {
    ...fieldsOf(file),
    unit,
    units: { set: units },
    accusedUnits: { set: accusedUnits },
    pushed: false,
  }
}

/**
 * Makes a case of its first events, in the transaction under way.
 * @param named the units that its texts name
 */
export async function addCase(
  strapi: Core.Strapi,
  number: string,
  events: NewEvent[],
  named: NamedUnit[],
): Promise<void> {
  const log = sealLog(number, noHead, events)
  const file = projectCase(openLog(log))
  const naming = namingFields({ named, settled: file.settled })
  await writeLog(strapi, log)
  await writeRecords(() =>
    documentsOf(strapi, caseUid).create({ data: { ...stored(file), ...naming, ...headOf(log) } }),
  )
}

/**
 * Records what happened to a case, and makes the case what its events say, in the transaction under way; its
 * status becomes due to be sent.
 * @param named units that what was written names
 * @throws CaseChanged where `row` is no longer what is stored
 * @throws UnreadableLog where its record is not whole
 */
export async function recordEvents(
  strapi: Core.Strapi,
  row: CaseRow,
  events: NewEvent[],
  named: NamedUnit[] = [],
): Promise<void> {
  const { number } = row
  const before = await readLog(strapi, number)
  if (before.length === 0 || faultOf(before, headIn(row)) !== null) {
    throw new UnreadableLog('办件记录不完整')
  }
  const log = [...before, ...sealLog(number, headOf(before), events)]
  const file = projectCase(openLog(log))
  const accused = file.accused.map(({ id }) => id)
  const naming = {
    named: addNames(namingOf(row), named, accused).named,
    settled: file.settled,
  }
  await writeRecords(async () => {
    const { count } = await strapi.db.query(caseUid).updateMany({
      where: { id: row.id, revision: row.revision },
      data: { revision: file.revision },
    })
    if (count !== 1) throw new CaseChanged('办件刚刚有了变化')
    await writeLog(strapi, log.slice(before.length))
    await documentsOf(strapi, caseUid).update({
      documentId: row.documentId,
      data: { ...stored(file), ...namingFields(naming), ...headOf(log) },
    })
  })
}
