import type { Core } from '@strapi/strapi'
import type { CaseRow } from './case-record.ts'

const reported = new Set<string>()

/**
 * Says once in the log that something of a case is not in order, for work that goes on with the others.
 * What a fault says may quote the case: only its kind is written.
 */
export function reportFault(
  strapi: Core.Strapi,
  { documentId, revision }: Pick<CaseRow, 'documentId' | 'revision'>,
  fault: unknown,
): void {
  const place = `${documentId} ${revision}`
  if (reported.has(place)) return
  reported.add(place)
  const kind = fault instanceof Error ? fault.name : typeof fault
  strapi.log.error(`办件 ${documentId} 的内容不完整，已跳过，别的办件照常办理（${kind}）`)
}

/** What `work` makes of one case of many; of one that is not in order, what is said instead of it. */
export function ofSound<T>(
  strapi: Core.Strapi,
  row: Pick<CaseRow, 'documentId' | 'revision'>,
  work: () => T,
  instead: T,
): T {
  try {
    return work()
  } catch (fault) {
    reportFault(strapi, row, fault)
    return instead
  }
}
