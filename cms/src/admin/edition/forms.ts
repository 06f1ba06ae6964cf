import type { WorkflowState, StepKind } from '../../contracts/publications/editions.ts'

/** The form of a step: its button, a hint, and what it asks for. */
export type StepForm = {
  button: string
  hint: string
  /** What happens at the time that is asked for. */
  at?: string
  reason?: string
  note?: string
  danger?: boolean
}

/** The steps that have a button in the panel, in the order of the procedure. */
export const forms: Partial<Record<StepKind, StepForm>> = {
  submit: { button: '提交审核', hint: '提交以后由另一位同事审核。再改动草稿，就要重新提交。' },
  ask: {
    button: '请同事放行',
    hint: '改不掉、又确需公开的，写明理由，交给没有改过这一稿的审核人员决定。您写的理由会和提示一起给他看。',
    reason: '为什么需要公开',
  },
  approve: { button: '审核通过', hint: '通过以后即可发布。请先通读全文，核对事实、日期和附图。' },
  publish: { button: '立即发布', hint: '约半分钟后，公众在网站上就能看到。' },
  schedule: {
    button: '定时发布',
    hint: '到时间自动发布，不用守着。',
    at: '发布',
  },
  unschedule: { button: '取消定时发布', hint: '取消以后不再自动发布，要发布时再按。' },
  return: { button: '退回修改', hint: '写明要改什么，写稿的人会看到。', reason: '退回原因' },
  override: {
    button: '放行个人信息提示',
    hint: '只放行下面列出的这几处。原因和您的姓名会记入过程。',
    reason: '放行原因',
    danger: true,
  },
  discard: {
    button: '放弃改动',
    hint: '草稿恢复成网站上现在的样子，没有发布的改动会丢掉。',
    danger: true,
  },
  expire: {
    button: '定时撤下',
    hint: '到时间自动从网站撤下。',
    at: '撤下',
    reason: '撤下原因（内部留存）',
    note: '给公众的说明',
  },
  keep: { button: '取消定时撤下', hint: '取消以后一直公开，直到撤下。' },
  withdraw: {
    button: '撤下',
    hint: '公众不再看到这篇内容，原网址上显示标题和说明。',
    reason: '撤下原因（内部留存）',
    note: '给公众的说明',
    danger: true,
  },
}

/** What comes next, and by whom. */
export const next: Record<WorkflowState, string> = {
  draft: '写好并保存以后，提交审核。',
  returned: '请按退回的原因修改，保存以后重新提交。',
  submitted: '等待没有改过这一稿的同事审核。',
  approved: '等待发布管理人员发布。',
  scheduled: '到时间自动发布。',
  published: '草稿与网站上的一致。',
  withdrawn: '公众已看不到。需要再公开的，修改后重新提交。',
}
