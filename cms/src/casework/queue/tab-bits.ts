import { bureauTabs, unitTabs, type QueueTab } from '../../contracts/cases/queue.ts'
import type { Party } from '../rules/wall.ts'

/** The tabs that hang on the case alone, a bit each; what is due hangs on the day. */
export const tabBits = {
  received: 1,
  registered: 2,
  objected: 4,
  supplement: 8,
  appeal: 16,
  unhappy: 32,
  waiting: 64,
  working: 128,
  done: 256,
  proposed: 512,
} as const satisfies Partial<Record<QueueTab, number>>

/** The tabs of whoever asks, with their names. */
export function tabsOf(party: Party): [QueueTab, string][] {
  const tabs = party.kind === 'bureau' ? bureauTabs : unitTabs
  return Object.entries(tabs) as [QueueTab, string][]
}
