import { z } from 'zod'

/** Where a case stands, from the mailbox to its end. */
export const caseState = z.enum([
  'received',
  'registered',
  'referred',
  'accepted',
  'declined',
  'replied',
  'reviewing',
  'reviewed',
  're-reviewing',
  're-reviewed',
  'closed',
  'withdrawn',
])
export type CaseState = z.infer<typeof caseState>

/** The words shown for each state, to staff and citizens alike. */
export const caseStates: Record<CaseState, string> = {
  received: '已收到，待登记',
  registered: '已登记',
  referred: '已转送承办单位',
  accepted: '已受理，正在办理',
  declined: '不予受理',
  replied: '已答复',
  reviewing: '正在复查',
  reviewed: '已作出复查意见',
  're-reviewing': '正在复核',
  're-reviewed': '已作出复核意见',
  closed: '已办结',
  withdrawn: '已撤回',
}
