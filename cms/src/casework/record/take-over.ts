import type { Core } from '@strapi/strapi'
import { documentsOf } from '../../strapi/documents.ts'
import { writeRecords } from '../../strapi/records/writing.ts'
import { noHead } from '../events/chain.ts'
import { headOf, openLog, readLog, sealLog, writeLog } from '../events/event-log.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { differences } from './case-differences.ts'
import { unitsOf } from './case-fields.ts'
import { caseUid, populate } from './case-record.ts'
import { reportFault } from './faulty-case.ts'
import { formerEvents, type FormerRow } from './former-events.ts'

const page = 100
const pausing = 1_000

/** What there was no word of before. */
const unheard = ['referrals', 'units', 'replyCorrectedAt', 'dissatisfaction']

async function takeOver(strapi: Core.Strapi, row: FormerRow): Promise<void> {
  if ((await readLog(strapi, row.number)).length > 0) {
    throw new Error('办件记录只移入了一部分，没有接着移')
  }
  const log = sealLog(row.number, noHead, formerEvents(row))
  const file = projectCase(openLog(log))
  const idOf = ({ documentId }: { documentId: string }) => documentId
  const unlike = differences(
    file,
    {
      ...row,
      unit: row.unit && idOf(row.unit),
      units: row.units.map(idOf),
      accusedUnits: row.accusedUnits.map(idOf),
    },
    unheard,
  )
  if (unlike.length > 0) throw new Error('移入的记录与办件不符')
  await strapi.db.transaction(() =>
    writeRecords(async () => {
      await writeLog(strapi, log)
      const units = { set: unitsOf(file).units }
      const data = { ...headOf(log), referrals: file.referrals, units }
      await documentsOf(strapi, caseUid).update({ documentId: row.documentId, data })
    }),
  )
}

/**
 * Makes events of the cases of a former version, once: each whole or not at all, and only where its events
 * say exactly what the case says. One that cannot be taken over is told in the log, and is not handled
 * until it was restored.
 */
export async function takeOverCases(strapi: Core.Strapi): Promise<void> {
  let taken = 0
  for (let after = 0; ;) {
    const rows: FormerRow[] = await strapi.db.query(caseUid).findMany({
      where: { eventCount: { $null: true }, id: { $gt: after } },
      populate,
      orderBy: { id: 'asc' },
      limit: page,
    })
    for (const row of rows) {
      try {
        if (isDamaged(row)) throw new Error('办件里有打不开的内容')
        await takeOver(strapi, row)
        taken += 1
        if (taken % pausing === 0) strapi.log.info(`已移入 ${taken} 个办件的办理过程`)
      } catch (fault) {
        reportFault(strapi, row, fault)
      }
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < page) break
  }
  if (taken > 0) strapi.log.info(`已把 ${taken} 个办件的办理过程移入办件记录`)
}
