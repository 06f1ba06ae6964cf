import { declineGrounds } from '../../../contracts/cases/decline-grounds.ts'
import {
  longestExtension,
  longestHearing,
  type CaseActionKind,
} from '../../../contracts/cases/desk-state.ts'
import type { OpinionStep } from '../../../contracts/papers/opinion.ts'

export type Choice = { value: string; label: string }

/** A text that a step asks for, under the name by which it is sent. */
type TextName = 'reason' | 'text' | 'question' | 'record'

/** One thing that a step asks for. */
export type FieldSpec =
  /** A unit, which a unit's own account is not asked for. */
  | { type: 'unit' }
  /** Units with their notes and days; one of them in the lead, or none. */
  | { type: 'units'; lead: boolean }
  /** Some of the units that have the case. */
  | { type: 'holders' }
  /** One of the units that have the case. */
  | { type: 'holder'; label: string }
  /** A day that is still to come. */
  | { type: 'due'; label: string }
  /** Who speaks with the petitioner. */
  | { type: 'owner' }
  /** What is corrected, and to what. */
  | { type: 'change' }
  | { type: 'text'; name: TextName; label: string; rows: number; optional?: true }
  | { type: 'days'; label: string; most: number; inReReviewOnly?: true }
  | { type: 'day'; label: string; optional?: true }
  | { type: 'choice'; name: 'ground' | 'agreed'; label: string; options: Choice[] }

/** A form for a step: its button, what it is for by which article, and what it asks for. */
export type FormSpec = { button: string; hint: string; fields: FieldSpec[] }

/** What is written, read, given back or sent on the reply page. */
type ReplyKind = OpinionStep | 'propose-reply' | 'send-reply' | 'return-reply'
/** The steps that have a form here. */
export type FormKind = Exclude<CaseActionKind, ReplyKind>

const grounds = Object.entries(declineGrounds).map(([value, { name, article }]) => ({
  value,
  label: `${name}（第 ${article} 条）`,
}))
const reason = (label: string): FieldSpec => ({ type: 'text', name: 'reason', label, rows: 3 })

const letterFields: FieldSpec[] = [
  { type: 'holder', label: '发给哪个单位' },
  reason('理由'),
  { type: 'due', label: '请在哪天以前反馈' },
]

export const forms: Record<FormKind, FormSpec> = {
  register: {
    button: '登记',
    hint: '收到之日起 15 日内登记并转送、交办（条例第二十二条）。',
    fields: [],
  },
  refer: {
    button: '转送',
    hint: '主办单位收到之日起 15 日内书面告知信访人是否受理；不属于它的，5 个工作日内提出异议（第二十三条）。',
    fields: [{ type: 'units', lead: true }],
  },
  accept: {
    button: '受理',
    hint: '申诉求决类事项，受理之日起 60 日内办结（第三十四条）。',
    fields: [{ type: 'unit' }],
  },
  decline: {
    button: '不予受理',
    hint: '选一种法定情形，写明理由。信访人会看到情形、理由和应当去的地方。',
    fields: [
      { type: 'unit' },
      { type: 'choice', name: 'ground', label: '情形', options: grounds },
      reason('理由'),
    ],
  },
  object: {
    button: '提出异议',
    hint: '不属于本单位职责的，收到之日起 5 个工作日内提出，详细说明理由（第二十三条）。办件退回信访部门。',
    fields: [reason('理由')],
  },
  extend: {
    button: '延期',
    hint: `情况复杂的，经批准可以延长一次，最多 ${longestExtension} 日。信访人会看到理由（第三十四条）。`,
    fields: [{ type: 'days', label: '延长多少日', most: longestExtension }, reason('理由')],
  },
  'ask-extension': {
    button: '申请延期',
    hint: `情况复杂的，经本单位负责人同意后申请，可以延长一次，最多 ${longestExtension} 日。信访部门批准以后，信访人会看到理由（第三十四条）。`,
    fields: [{ type: 'days', label: '延长多少日', most: longestExtension }, reason('理由')],
  },
  'approve-extension': {
    button: '批准延期',
    hint: '批准以后，信访人会看到承办单位写的延期理由（第三十四条）。',
    fields: [reason('批准的理由')],
  },
  'refuse-extension': {
    button: '不批准延期',
    hint: '承办单位会看到，信访人不会看到。',
    fields: [reason('不批准的理由')],
  },
  'add-units': {
    button: '增加会办单位',
    hint: '会办单位向主办单位提出意见，不直接答复信访人。',
    fields: [{ type: 'units', lead: false }],
  },
  recall: {
    button: '收回',
    hint: '转错了单位的，收回以后另行转送。收回主办单位的，信访人会看到原因。',
    fields: [{ type: 'holders' }, reason('原因')],
  },
  'ask-petitioner': {
    button: '请信访人补充',
    hint: '信访人会看到，可以在网上补充材料。办理期限照样计算。',
    fields: [{ type: 'text', name: 'question', label: '请补充什么', rows: 4 }],
  },
  mediate: {
    button: '记录调解',
    hint: '经双方同意进行的调解，或者双方自行和解（第三十三条）。信访人会看到结果，看不到记录。',
    fields: [
      { type: 'day', label: '日期' },
      {
        type: 'choice',
        name: 'agreed',
        label: '结果',
        options: [
          { value: 'true', label: '达成一致意见' },
          { value: 'false', label: '没有达成一致意见' },
        ],
      },
      { type: 'text', name: 'record', label: '记录', rows: 6 },
    ],
  },
  hear: {
    button: '记录听证',
    hint: '可以举行听证（第三十一条）；复核中的听证所需时间不计入复核期限（第三十六条）。信访人看不到记录。',
    fields: [
      { type: 'day', label: '日期' },
      { type: 'days', label: '听证用了多少日', most: longestHearing, inReReviewOnly: true },
      { type: 'text', name: 'record', label: '记录', rows: 6, optional: true },
    ],
  },
  advise: {
    button: '提出会办意见',
    hint: '给主办单位看，信访人看不到。',
    fields: [{ type: 'unit' }, { type: 'text', name: 'text', label: '会办意见', rows: 6 }],
  },
  correct: {
    button: '更正类别、领域、属地',
    hint: '登记或者信访人选错了的，更正过来。信访人会看到更正和原因。',
    fields: [{ type: 'change' }, reason('原因')],
  },
  reopen: {
    button: '重新办理',
    hint: '已办结的事项重新办理，从确定承办单位开始。信访人会看到原因。',
    fields: [reason('原因')],
  },
  'follow-up': {
    button: '记录回访',
    hint: '写明和信访人说了什么、结果怎样。信访人只看到已经回访。',
    fields: [{ type: 'text', name: 'record', label: '回访记录', rows: 6 }],
  },
  'assign-follow-up': {
    button: '安排回访',
    hint: '由您自己回访，或者请办理这一件的单位回访。',
    fields: [{ type: 'owner' }],
  },
  remind: {
    button: '发提醒函',
    hint: '编号制发提醒函，在这一件里给承办单位看，并发邮件告诉它有这件事。信访人看不到。',
    fields: letterFields,
  },
  supervise: {
    button: '发督办函',
    hint: '推诿、敷衍、拖延的，应当及时督办（第四十条）。编号制发督办函，在这一件里给承办单位看，并发邮件告诉它有这件事。信访人看不到。',
    fields: letterFields,
  },
  'answer-supervision': {
    button: '反馈督办情况',
    hint: '写明办理到哪一步、没有按期办的原因、什么时候办完。信访部门会看到，信访人看不到。',
    fields: [
      { type: 'holder', label: '哪个单位的反馈' },
      { type: 'text', name: 'text', label: '办理情况', rows: 6 },
    ],
  },
  close: {
    button: '办结',
    hint: '书面答复或者意见已送达，事项办结。信访人仍可在期限内申请复查、复核（第三十五、三十六条）。',
    fields: [],
  },
}

/** Steps that are seldom taken; they stand in a menu. */
export const rare: FormKind[] = [
  'correct',
  'recall',
  'reopen',
  'hear',
  'mediate',
  'add-units',
  'remind',
  'supervise',
]

/** What is done on the reply page, by the first of these steps that is allowed. */
const replyLinks: [ReplyKind, string][] = [
  ['send-reply', '审阅送审的文稿'],
  ['reply', '写答复'],
  ['review', '写复查意见'],
  ['re-review', '写复核意见'],
  ['correct-reply', '更正答复'],
  ['propose-reply', '写文稿送审'],
]

/** What the way to the reply page is called; undefined where nothing is to be written. */
export function replyLinkOf(actions: CaseActionKind[]): string | undefined {
  return replyLinks.find(([kind]) => actions.includes(kind))?.[1]
}

/** Whether a step has a form here. */
export function hasForm(kind: CaseActionKind): kind is FormKind {
  return kind in forms
}

/** The name under which the half-written form of a step is kept. */
export function formOf(documentId: string, kind: FormKind | 'note' | 'repeat'): string {
  return `case ${documentId} ${kind}`
}
