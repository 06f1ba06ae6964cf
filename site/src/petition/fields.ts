import type { Category } from '@portal/content/schema/category'

/** The fields of the petition form, in the order in which they are asked. */
export const fieldNames = [
  'category',
  'topic',
  'region',
  'title',
  'request',
  'facts',
  'name',
  'phone',
  'address',
  'idNumber',
] as const
export type FieldName = (typeof fieldNames)[number]

/** What was typed, as it came: any field may be absent. */
export type TypedFields = Partial<Record<FieldName, string>>

/** What is wrong, by field: one sentence that says what to do. */
export type Faults = Partial<Record<FieldName, string>>

/** The words by which each field is called on screen. */
export const fieldLabels: Record<FieldName, string> = {
  category: '信访类别',
  topic: '问题领域',
  region: '问题属地',
  title: '标题',
  request: '诉求',
  facts: '事实与理由',
  name: '姓名',
  phone: '手机号码',
  address: '联系地址',
  idNumber: '身份证号',
}

/** Bounds of the free texts in characters (code points), as in the schema of what is filed. */
export const fieldLimits = {
  name: { min: 1, max: 60 },
  address: { min: 4, max: 200 },
  title: { min: 4, max: 60 },
  request: { min: 4, max: 1000 },
  facts: { min: 10, max: 8000 },
} as const satisfies Partial<Record<FieldName, { min: number; max: number }>>

/** What may be chosen where a field offers a choice: the slugs of this release. */
export type Choices = {
  categories: ReadonlySet<Category>
  topics: ReadonlySet<string>
  regions: ReadonlySet<string>
}
