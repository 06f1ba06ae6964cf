import { longestExtension, longestHearing, type CaseActionKind } from '../../contracts/case-desk.ts'

/** A form for an action: its button, what it asks for, and the article that rules it. */
type ActionForm = {
  button: string
  hint: string
  /** Asks for a handling unit; a unit's own account is not asked. */
  unit?: true
  /** Asks for the body that decided. */
  body?: string
  days?: { label: string; most: number }
  text?: { name: 'reason' | 'text'; label: string }
}

/** The forms of the case desk. */
export const forms: Record<CaseActionKind, ActionForm> = {
  register: {
    button: '登记',
    hint: '收到之日起 15 日内登记并转送、交办（条例第二十二条）。',
  },
  refer: {
    button: '转送承办单位',
    hint: '承办单位收到之日起 15 日内书面告知信访人（第二十三条）。',
    unit: true,
  },
  accept: {
    button: '受理',
    hint: '申诉求决类事项，受理之日起 60 日内办结（第三十四条）。',
    unit: true,
  },
  decline: {
    button: '不予受理',
    hint: '写明理由，信访人会看到。',
    unit: true,
    text: { name: 'reason', label: '理由' },
  },
  object: {
    button: '提出异议',
    hint: '不属于本单位职责的，收到之日起 5 个工作日内提出，详细说明理由（第二十三条）。办件退回信访部门。',
    text: { name: 'reason', label: '理由' },
  },
  extend: {
    button: '延期',
    hint: `情况复杂的，经本单位负责人批准可以延长一次，最多 ${longestExtension} 日。信访人会看到理由（第三十四条）。`,
    days: { label: '延长多少日', most: longestExtension },
    text: { name: 'reason', label: '理由' },
  },
  reply: {
    button: '答复',
    hint: '写明投诉请求、事实和理由、处理意见及依据（第三十二条）。信访人会看到全文。',
    unit: true,
    text: { name: 'text', label: '答复内容' },
  },
  review: {
    button: '录入复查意见',
    hint: '原办理单位的上一级机关、单位，收到申请之日起 30 日内作出（第三十五条）。信访人会看到全文。',
    body: '复查机关、单位',
    text: { name: 'text', label: '复查意见' },
  },
  hear: {
    button: '记录听证',
    hint: '听证所需时间不计入复核期限（第三十六条）。',
    days: { label: '听证用了多少日', most: longestHearing },
  },
  're-review': {
    button: '录入复核意见',
    hint: '复查机关的上一级机关、单位，收到申请之日起 30 日内作出（第三十六条）。信访人会看到全文。',
    body: '复核机关、单位',
    text: { name: 'text', label: '复核意见' },
  },
  close: {
    button: '办结',
    hint: '书面答复或者意见已送达，事项办结。信访人仍可在期限内申请复查、复核。',
  },
}
