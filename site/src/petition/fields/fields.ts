import type { Category } from '@portal/content/schema/petition/category'
import type { NotifyWay } from '@portal/content/schema/petition/petition'
import type { RepresentativeField } from './representatives.ts'
import { representativeFieldNames } from './representatives.ts'

const singleFields = [
  'category',
  'topic',
  'title',
  'region',
  'facts',
  'request',
  'petitioner',
  'name',
  'idNumber',
  'organisation',
  'creditCode',
  'contact',
  'phone',
  'address',
  'people',
  'notifyBy',
  'email',
] as const
export type FieldName = (typeof singleFields)[number] | RepresentativeField

/** The fields of the petition form, in the order in which they are asked. */
export const fieldNames: readonly FieldName[] = singleFields.flatMap((name): FieldName[] =>
  name === 'people' ? [name, ...representativeFieldNames] : [name],
)

/** The fields of a posted form by name; of a repeated name the first counts. */
export type PostedFields = ReadonlyMap<string, string>

/** What was typed, as it came: any field may be absent. */
export type TypedFields = Partial<Record<FieldName, string>>

/** What is wrong, by field: one sentence that says what to do. */
export type Faults = Partial<Record<FieldName, string>>

/** The words by which each field is called on screen. */
export const fieldLabels: Record<FieldName, string> = {
  category: '信访类别',
  topic: '问题领域',
  title: '标题',
  region: '问题属地',
  facts: '事实与理由',
  request: '诉求',
  petitioner: '由谁提出',
  name: '姓名',
  idNumber: '身份证号',
  organisation: '单位名称',
  creditCode: '统一社会信用代码',
  contact: '联系人',
  phone: '手机号码',
  address: '联系地址',
  people: '一共多少人',
  representative1Name: '第 1 位代表的名字',
  representative1Phone: '第 1 位代表的电话',
  representative2Name: '第 2 位代表的名字',
  representative2Phone: '第 2 位代表的电话',
  representative3Name: '第 3 位代表的名字',
  representative3Phone: '第 3 位代表的电话',
  representative4Name: '第 4 位代表的名字',
  representative4Phone: '第 4 位代表的电话',
  representative5Name: '第 5 位代表的名字',
  representative5Phone: '第 5 位代表的电话',
  notifyBy: '怎样告诉您进展',
  email: '电子邮箱',
}

/** Bounds of the free texts in characters (code points), as in the schema of what is filed. */
export const fieldLimits = {
  name: { min: 1, max: 60 },
  organisation: { min: 2, max: 60 },
  contact: { min: 1, max: 60 },
  address: { min: 4, max: 200 },
  title: { min: 4, max: 60 },
  request: { min: 4, max: 1000 },
  facts: { min: 10, max: 8000 },
} as const satisfies Partial<Record<FieldName, { min: number; max: number }>>

/** Who files. A form without the field, as an older page sends it, is one person's. */
export const petitioners = { person: '我自己', joint: '几个人一起', organisation: '单位' } as const
export type Petitioner = keyof typeof petitioners

/** How the petitioner may be told of progress; the first is what a form says that says nothing. */
export const notifyChoices = {
  none: '不用告诉我，我自己查',
  sms: '发短信',
  email: '发电子邮件',
} as const
export type NotifyChoice = keyof typeof notifyChoices
export const everyWay: ReadonlySet<NotifyWay> = new Set(['sms', 'email'])

/** What may be chosen where a field offers a choice: slugs of this release, ways that are open. */
export type Choices = {
  categories: ReadonlySet<Category>
  topics: ReadonlySet<string>
  regions: ReadonlySet<string>
  ways: ReadonlySet<NotifyWay>
}
