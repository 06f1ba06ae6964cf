/** What stands of a case in a table, one row a case: the columns by their headings, in their order. */
export const caseColumns = {
  number: '查询编号',
  externalNumber: '外部编号',
  source: '来源系统',
  category: '信访类别',
  state: '办理状态',
  topic: '问题领域',
  region: '问题属地',
  channel: '信访形式',
  name: '信访人',
  phone: '联系电话',
  address: '住址',
  idNumber: '证件号码',
  creditCode: '统一社会信用代码',
  contact: '联系人',
  people: '人数',
  representatives: '代表',
  email: '电子邮箱',
  title: '标题',
  request: '诉求',
  facts: '事实与理由',
  receivedAt: '收到时间',
  registeredAt: '登记时间',
  referredAt: '转送时间',
  unit: '承办单位',
  besideUnits: '协办单位',
  acceptedAt: '受理时间',
  extendedDays: '延期天数',
  declinedAt: '不予受理时间',
  declineGround: '不予受理情形',
  declineReason: '不予受理理由',
  repliedAt: '答复时间',
  reply: '答复内容',
  reviewAskedAt: '申请复查时间',
  reviewedAt: '复查意见时间',
  reviewBody: '复查机关',
  review: '复查意见',
  reReviewAskedAt: '申请复核时间',
  reReviewedAt: '复核意见时间',
  reReviewBody: '复核机关',
  reReview: '复核意见',
  withdrawnAt: '撤回时间',
  closedAt: '办结时间',
  satisfaction: '群众评价',
  comment: '评价意见',
  duty: '下一期限',
  lastDay: '最后一天',
  attachments: '附件',
} as const
export type CaseColumn = keyof typeof caseColumns

/** A case as a row: every cell a text, '' where there is nothing. Moments are `2026-11-03 09:30:00` in Shanghai. */
export type CaseCells = Record<CaseColumn, string>

export const caseColumnNames = Object.keys(caseColumns) as CaseColumn[]

/** A row in which nothing stands. */
export const emptyCells = Object.fromEntries(caseColumnNames.map((name) => [name, ''])) as CaseCells

/** Columns of numbers, which are written in groups of four where they are long, and read without spaces. */
export const numberColumns: readonly CaseColumn[] = [
  'number',
  'externalNumber',
  'phone',
  'idNumber',
  'creditCode',
]
