import type { ActionKind } from './actions'

/** A legal clock in words, as the API gives it. */
export type Clock = {
  name: string
  whose: string
  article: number
  until: string
  state: 'done' | 'running' | 'late' | 'passed'
  alarm: string | null
}

/** A unit that the petitioner has named, by which words; nobody has said yet whether it is accused. */
export type Named = { name: string; words: string[] }

/** What the case page asks the API. */
export type Desk = {
  actions: ActionKind[]
  units: string[]
  unit: string | null
  clocks: Clock[]
  /** Null for a unit's account, which neither sees nor sets it. */
  accused: { all: string[]; chosen: string[]; confirmed: boolean; named: Named[] } | null
  accusation: boolean
  /** The case as it was read; a step says so, and is refused where it has changed since. */
  seen: { revision: number; steps: number }
}

/** The name under which the half-written form of a step is kept. */
export function formOf(documentId: string, kind: ActionKind): string {
  return `case ${documentId} ${kind}`
}
