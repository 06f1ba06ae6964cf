import {
  caseColumnNames,
  caseColumns,
  type CaseColumn,
} from '../../contracts/cases/case-columns.ts'

/** What a column of a file is; '' where it is left out. */
export type Mapping = (CaseColumn | '')[]

/** What other systems call a column, as `plain` leaves it. */
const otherNames: Partial<Record<CaseColumn, string[]>> = {
  externalNumber: [
    '信访件编号',
    '信访编号',
    '信访事项编号',
    '登记编号',
    '信件编号',
    '原编号',
    '编号',
  ],
  source: ['来源', '信访来源', '登记机构', '原系统'],
  category: ['类别', '事项类别', '信访目的', '信访事项类别'],
  state: ['状态', '办理情况', '办件状态', '当前状态'],
  topic: ['问题类别', '内容分类', '问题分类', '领域', '一级内容分类'],
  region: ['属地', '问题发生地', '事发地', '所属地区', '行政区划'],
  channel: ['信访方式', '信访渠道', '来访形式', '登记方式'],
  name: ['姓名', '信访人姓名', '来访人', '来信人', '反映人', '第一信访人', '姓名单位名称'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码', '信访人电话'],
  address: ['地址', '通讯地址', '联系地址', '现住址', '户籍地址', '信访人住址'],
  idNumber: ['身份证号', '身份证号码', '身份证', '证件号', '公民身份号码', '信访人证件号码'],
  creditCode: ['信用代码', '社会信用代码'],
  contact: ['联络人', '经办联系人'],
  people: ['信访人数', '来访人数', '涉及人数', '联名人数'],
  representatives: ['信访代表', '代表人', '随访人'],
  email: ['邮箱', '电子邮件', 'email'],
  title: ['主题', '事项标题', '信访标题', '概况', '概况信息', '内容摘要', '摘要'],
  request: ['信访诉求', '主要诉求', '诉求内容', '信访目的内容'],
  facts: ['内容', '信访内容', '反映内容', '主要内容', '详细内容', '事实和理由', '事实理由'],
  receivedAt: ['收到日期', '信访日期', '信访时间', '来访日期', '来信日期', '受信日期', '收件日期'],
  registeredAt: ['登记日期'],
  referredAt: ['转送日期', '交办日期', '交办时间', '转办日期', '转办时间', '去向日期'],
  unit: ['责任单位', '办理单位', '去向单位', '有权处理单位', '有权处理机关'],
  besideUnits: ['会办单位', '配合单位'],
  acceptedAt: ['受理日期', '受理告知日期'],
  declinedAt: ['不予受理日期', '不受理日期'],
  repliedAt: ['答复日期', '答复意见日期', '处理意见日期', '出具意见日期'],
  reply: ['答复意见', '处理意见', '办理意见', '办理结果', '处理结果'],
  closedAt: ['办结日期', '结案日期', '结案时间'],
  withdrawnAt: ['撤回日期'],
  satisfaction: ['满意度', '评价', '评价结果', '满意度评价'],
  comment: ['评价内容'],
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊:："'()（）【】[\]_/-]|必填|选填/g, '')

const known = new Map(
  caseColumnNames.flatMap((name): [string, CaseColumn][] =>
    [caseColumns[name], ...(otherNames[name] ?? [])].map((word) => [plain(word), name]),
  ),
)

/** What the columns of a file are, by their headings; the first of two that are called alike counts. */
export function guessColumns(header: readonly string[]): Mapping {
  const taken = new Set<CaseColumn>()
  return header.map((heading) => {
    const name = known.get(plain(heading))
    if (!name || taken.has(name)) return ''
    taken.add(name)
    return name
  })
}
