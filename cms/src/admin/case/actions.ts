import { declineGrounds } from '../../contracts/decline-grounds.ts'
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
  day?: { name: 'on'; label: string }
  choice?: { name: 'ground' | 'agreed'; label: string; options: Choice[] }
  text?: { name: 'reason' | 'text' | 'question' | 'record'; label: string }
  /** A second text: why something that was told is told anew. */
  reason?: { label: string }
}
/**
 * The steps that have a form here; a correction of category, topic or place has none yet, and what a second
 * reader does is done on the reply page.
 */
export type FormKind = Exclude<
  CaseActionKind,
  'correct' | 'propose-reply' | 'send-reply' | 'return-reply'
>

export type Choice = { value: string; label: string }

const grounds = Object.entries(declineGrounds).map(([value, { name, article }]) => ({
  value,
  label: `${name}（第 ${article} 条）`,
}))

/** The forms of the case desk, in the order in which they are offered. */
export const forms: Record<FormKind, ActionForm> = {
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
    hint: '选一种法定情形，写明理由。信访人会看到情形、理由和应当去的地方。',
    unit: true,
    choice: { name: 'ground', label: '情形', options: grounds },
    text: { name: 'reason', label: '理由' },
  },
  object: {
    button: '提出异议',
    hint: '不属于本单位职责的，收到之日起 5 个工作日内提出，详细说明理由（第二十三条）。办件退回信访部门。',
    text: { name: 'reason', label: '理由' },
  },
  extend: {
    button: '延期',
    hint: `情况复杂的，经批准可以延长一次，最多 ${longestExtension} 日。信访人会看到理由（第三十四条）。`,
    days: { label: '延长多少日', most: longestExtension },
    text: { name: 'reason', label: '理由' },
  },
  'ask-extension': {
    button: '申请延期',
    hint: `情况复杂的，经本单位负责人同意后申请，可以延长一次，最多 ${longestExtension} 日。信访部门批准以后，信访人会看到理由（第三十四条）。`,
    days: { label: '延长多少日', most: longestExtension },
    text: { name: 'reason', label: '理由' },
  },
  'approve-extension': {
    button: '批准延期',
    hint: '批准以后，信访人会看到承办单位写的延期理由。',
    text: { name: 'reason', label: '批准的理由' },
  },
  'refuse-extension': {
    button: '不批准延期',
    hint: '承办单位会看到，信访人不会看到。',
    text: { name: 'reason', label: '不批准的理由' },
  },
  'add-units': {
    button: '增加会办单位',
    hint: '会办单位向主办单位提出意见，不直接答复信访人。',
    unit: true,
  },
  recall: {
    button: '收回',
    hint: '转错了单位的，收回以后另行转送。信访人会看到原因。',
    text: { name: 'reason', label: '原因' },
  },
  'ask-petitioner': {
    button: '请信访人补充',
    hint: '信访人会看到，可以在网上补充材料。办理期限照样计算。',
    text: { name: 'question', label: '请补充什么' },
  },
  mediate: {
    button: '记录调解',
    hint: '经双方同意进行的调解，或者双方自行和解（第三十三条）。信访人会看到结果，看不到记录。',
    day: { name: 'on', label: '日期' },
    choice: {
      name: 'agreed',
      label: '结果',
      options: [
        { value: 'true', label: '达成一致意见' },
        { value: 'false', label: '没有达成一致意见' },
      ],
    },
    text: { name: 'record', label: '记录' },
  },
  advise: {
    button: '提出会办意见',
    hint: '给主办单位看，信访人看不到。',
    unit: true,
    text: { name: 'text', label: '会办意见' },
  },
  'correct-reply': {
    button: '更正答复',
    hint: '只更正笔误。信访人会看到更正后的全文和原因，复查的期限不变。',
    text: { name: 'text', label: '更正后的答复全文' },
    reason: { label: '更正的原因' },
  },
  reopen: {
    button: '重新办理',
    hint: '已办结的事项重新办理，从确定承办单位开始。信访人会看到原因。',
    text: { name: 'reason', label: '原因' },
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
  'follow-up': {
    button: '记录回访',
    hint: '写明和信访人说了什么、结果怎样。信访人只看到已经回访。',
    text: { name: 'record', label: '回访记录' },
  },
  'assign-follow-up': {
    button: '我来回访',
    hint: '回访由您负责，到期前在您的待办里。',
  },
  close: {
    button: '办结',
    hint: '书面答复或者意见已送达，事项办结。信访人仍可在期限内申请复查、复核。',
  },
}

/** The name under which the half-written form of a step is kept. */
export function formOf(documentId: string, kind: FormKind): string {
  return `case ${documentId} ${kind}`
}
