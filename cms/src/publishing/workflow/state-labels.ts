import type { WorkflowState } from '../../contracts/publications/editions.ts'

/** The states on screen. */
export const stateWords: Record<WorkflowState, string> = {
  draft: '草稿',
  returned: '退回修改',
  submitted: '待审核',
  approved: '待发布',
  scheduled: '已定时',
  published: '已发布',
  withdrawn: '已撤下',
}

const stepWords: Record<string, string> = {
  edit: '修改草稿',
  submit: '提交审核',
  ask: '提交审核，请求放行',
  confirm: '确认可以公开',
  look: '看过图片和扫描件',
  approve: '审核通过',
  return: '退回修改',
  publish: '发布',
  schedule: '安排定时发布',
  unschedule: '取消定时发布',
  fail: '定时发布没有成功',
  expire: '安排定时撤下',
  keep: '取消定时撤下',
  withdraw: '撤下',
  restore: '恢复旧版为草稿',
  discard: '放弃改动',
  override: '放行隐私提示',
  import: '初始内容',
}

/** A step of the record on screen. */
export function stepWord(kind: string): string {
  return stepWords[kind] ?? kind
}
