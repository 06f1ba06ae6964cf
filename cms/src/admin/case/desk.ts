import type { CaseActionKind } from '../../contracts/case-desk.ts'

/** The name under which the half-written form of a step is kept. */
export function formOf(documentId: string, kind: CaseActionKind): string {
  return `case ${documentId} ${kind}`
}
