import { AsyncResource } from 'node:async_hooks'
import type { Core } from '@strapi/strapi'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { caseUid, type CaseRow } from './case-record.ts'
import type { Finder } from '../rules/units/find-units.ts'
import { reportFault } from './faulty-case.ts'
import { namesIn, readFinder, textsOf } from './named-units.ts'
import { namingFields } from './naming-fields.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'

const page = 100

/** What was settled before anybody looked for names: whoever said whom a case accuses had read it. */
function settledBefore({ settledUnits, accusedConfirmed }: CaseRow, named: string[]): string[] {
  return settledUnits ?? (accusedConfirmed ? named : [])
}

async function nameOne(strapi: Core.Strapi, find: Finder, row: CaseRow): Promise<void> {
  const named = namesIn(find, textsOf(row), row.region)
  const same = JSON.stringify(named) === JSON.stringify(row.namedUnits)
  if (same && row.settledUnits) return
  const ids = named.map(({ id }) => id)
  // Whoever wrote meanwhile has looked for names already.
  await writeRecords(() =>
    strapi.db.query(caseUid).update({
      where: { id: row.id, revision: row.revision },
      data: namingFields({ named, settled: settledBefore(row, ids) }),
    }),
  )
}

/**
 * Looks again for the units that cases name: with an alias more, or a unit that is new, a case that
 * was settled may name another. One that cannot be read stays unsettled, so that no unit sees it.
 * @param where which cases
 */
async function nameAgain(strapi: Core.Strapi, where: object): Promise<void> {
  const find = await readFinder(strapi)
  const cases = strapi.db.query(caseUid)
  for (let after = 0; ;) {
    const rows: CaseRow[] = await cases.findMany({
      where: { $and: [where, { id: { $gt: after } }] },
      orderBy: { id: 'asc' },
      limit: page,
    })
    for (const row of rows.filter((one) => !isDamaged(one))) {
      try {
        await nameOne(strapi, find, row)
      } catch (fault) {
        reportFault(strapi, row, fault)
      }
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < page) return
  }
}

const tables = ['api::department.department', 'api::region.region']

/**
 * Looks for names in the cases that were received before anybody did, which no unit sees until then,
 * and in all of them whenever a unit or a place gets another name.
 */
export async function watchNames(strapi: Core.Strapi): Promise<void> {
  await nameAgain(strapi, { settledUnits: { $null: true } })
  let work = Promise.resolve()
  // Bound here, where no transaction is under way that would be over when this is done.
  const again = AsyncResource.bind(() => {
    work = work
      .then(() => nameAgain(strapi, {}))
      .catch(() => {
        strapi.log.error('没能重新查找办件里写到的单位：请重新启动管理后台')
      })
  })
  beforeDocuments(strapi, async ({ uid, action }, next) => {
    if (!tables.includes(uid) || !['create', 'update', 'delete', 'clone'].includes(action)) {
      return next()
    }
    return strapi.db.transaction(async ({ onCommit }) => {
      onCommit(again)
      return next()
    })
  })
}
