import { readFileSync } from 'node:fs'
import type { CaseState } from '@portal/content/schema/petition/state'
import { workdays } from '@portal/content/schema/entries/workdays'

/** An office where whoever writes a reply sends it. */
export const alone = { by: 1, secondReader: false }
/** The State Council's tables for 2025 and 2026, and a made-up one for 2028: weekends alone. */
export const table = {
  ...workdays.parse(
    JSON.parse(readFileSync(new URL('../../../content/workdays.json', import.meta.url), 'utf8')),
  ),
  '2028': { off: [], on: [] },
}

/** A moment on the wall clock of Shanghai. */
export const shanghai = (clock: string) => new Date(`${clock.replace(' ', 'T')}+08:00`)

/** When a case came into a state. */
export type Move = [clock: string, state: CaseState]
/** How each case here begins. */
export const received: Move = ['2026-01-05 09:00', 'received']
