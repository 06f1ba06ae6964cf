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

/** What the case page asks the API. */
export type Desk = {
  actions: ActionKind[]
  units: string[]
  unit: string | null
  clocks: Clock[]
  /** Null for a unit's account, which neither sees nor sets it. */
  accused: { all: string[]; chosen: string[]; confirmed: boolean } | null
  accusation: boolean
}
