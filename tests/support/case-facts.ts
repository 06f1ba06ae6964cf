import type { CaseState } from '@portal/content/schema/state'
import type { CaseFacts } from '../../cms/src/casework/rules/status.ts'
import type { Step } from '../../cms/src/contracts/case-desk.ts'

/** A made-up claim as it stands after some moves, one a day from 23 November 2026 on. */
export function caseAfter(moves: CaseState[], changes: Partial<CaseFacts> = {}): CaseFacts {
  const receivedAt = '2026-11-22T01:00:00.000Z'
  const steps: Step[] = [
    { at: receivedAt, state: 'received', text: '网上信访已收到。', by: '信访人' },
    ...moves.map((state, index) => ({
      at: new Date(Date.UTC(2026, 10, 23 + index, 1)).toISOString(),
      state,
      text: `${state}。`,
      by: '张',
    })),
  ]
  const reached = (state: CaseState) => steps.findLast((step) => step.state === state)?.at
  const deliveredAt = reached('replied')
  return {
    number: '1234567890123456',
    revision: steps.length,
    state: moves.at(-1) ?? 'received',
    category: 'claim',
    title: '小区路灯不亮',
    receivedAt,
    unit: '区城市管理和综合执法局',
    steps,
    reply: deliveredAt === undefined ? null : { text: '已修复。', deliveredAt },
    opinions: [],
    evaluation: null,
    ...changes,
  }
}
