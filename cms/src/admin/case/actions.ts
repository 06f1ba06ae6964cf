/** What the desk can do with a case, as the API names it. */
export type ActionKind = 'register' | 'refer' | 'accept' | 'decline' | 'reply' | 'close'

/** A form for an action: its button, what it asks for, and the article that rules it. */
export type ActionForm = {
  button: string
  hint: string
  unit: boolean
  text?: { name: 'reason' | 'text'; label: string }
}

/** The forms of the case desk. */
export const forms: Record<ActionKind, ActionForm> = {
  register: {
    button: '登记',
    hint: '收到之日起 15 日内登记并转送、交办（条例第二十二条）。',
    unit: false,
  },
  refer: {
    button: '转送承办单位',
    hint: '承办单位收到之日起 15 日内书面告知信访人（第二十三条）。',
    unit: true,
  },
  accept: { button: '受理', hint: '受理之日起 60 日内办结（第三十四条）。', unit: true },
  decline: {
    button: '不予受理',
    hint: '写明理由，信访人会看到。',
    unit: true,
    text: { name: 'reason', label: '理由' },
  },
  reply: {
    button: '答复',
    hint: '写明投诉请求、事实和理由、处理意见及依据（第三十二条）。信访人会看到全文。',
    unit: true,
    text: { name: 'text', label: '答复内容' },
  },
  close: { button: '办结', hint: '答复已送达，事项办结。', unit: false },
}
