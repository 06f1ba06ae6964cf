import type { FormKind } from './actions'

/** The name under which the half-written form of a step is kept. */
export function formOf(documentId: string, kind: FormKind): string {
  return `case ${documentId} ${kind}`
}
