import type { Core } from '@strapi/strapi'
import { mostFaults, type ImportCheck } from '../../contracts/cases/case-import.ts'
import { caseColumns, type CaseColumn } from '../../contracts/cases/case-columns.ts'
import { judgeRows } from './judge-rows.ts'
import type { Incoming } from './read-incoming.ts'

const needed: CaseColumn[] = ['category', 'receivedAt']

function missingIn({ kind, mapping }: Incoming): string[] {
  if (kind === 'json') return []
  const hasNumber = mapping.includes('externalNumber') || mapping.includes('number')
  const hasMatter = mapping.includes('facts') || mapping.includes('request')
  return [
    ...(hasNumber ? [] : [caseColumns.externalNumber]),
    ...needed.filter((name) => !mapping.includes(name)).map((name) => caseColumns[name]),
    ...(hasMatter ? [] : [caseColumns.facts]),
  ]
}

/** What a file comes to, without writing anything. */
export async function checkImport(
  strapi: Core.Strapi,
  incoming: Incoming,
  source: string,
): Promise<ImportCheck> {
  const check: ImportCheck = {
    ...{ fresh: 0, here: 0, twice: 0, faulty: 0, withoutUnits: 0 },
    missing: missingIn(incoming),
    faults: [],
  }
  for await (const judged of judgeRows(strapi, incoming.rows, source, new Date())) {
    check[judged.kind] += 1
    const { row } = judged
    if (judged.kind === 'fresh' && judged.incoming.withoutUnits) check.withoutUnits += 1
    if (judged.kind === 'faulty') {
      check.faults.push(...judged.faults.map((fault) => ({ row, ...fault })))
    }
    if (judged.kind === 'twice') {
      const words = `与第 ${judged.of} 行是同一件，只导入前面的一行。`
      check.faults.push({ row, column: caseColumns.externalNumber, words })
    }
    check.faults.splice(mostFaults)
  }
  return check
}
