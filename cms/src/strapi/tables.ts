import type { Core, Schema } from '@strapi/strapi'
import type { ContentTypeId } from '../contracts/content-types.ts'

type Plain<U extends ContentTypeId> = Schema.NonPopulatableAttributeNames<U>
type Required<U extends ContentTypeId> = Extract<Schema.RequiredAttributeNames<U>, Plain<U>>

/** A row of a type's table, without what it links to: what its schema requires is there, the rest may be null. */
export type TableRow<U extends ContentTypeId> = { id: number; documentId: string } & {
  [K in Required<U>]: Schema.AttributeValueByName<U, K>
} & {
  [K in Exclude<Plain<U>, Required<U>>]: Schema.AttributeValueByName<U, K> | null
}

/** Above the number of every row; PostgreSQL refuses to compare its `integer` with more. */
export const aboveAllRows = 2 ** 31 - 1

type Column<U extends ContentTypeId> = keyof TableRow<U>
type Question<U extends ContentTypeId, K> = {
  where?: object
  select?: readonly K[]
  orderBy?: { [C in Column<U>]?: 'asc' | 'desc' }
  limit?: number
}
type Values<U extends ContentTypeId> = {
  [C in Column<U>]?: C extends Schema.AttributeNamesByType<U, 'json'> ? unknown : TableRow<U>[C]
}

/** What is used of the table of one type. Rows have the columns that are selected. */
type Table<U extends ContentTypeId> = {
  findOne<K extends Column<U> = Column<U>>(
    question: Question<U, K>,
  ): Promise<Pick<TableRow<U>, K> | null>
  findMany<K extends Column<U> = Column<U>>(
    question: Question<U, K>,
  ): Promise<Pick<TableRow<U>, K>[]>
  count(question?: { where: object }): Promise<number>
  create(row: { data: Values<U> }): Promise<unknown>
  update(change: { where: object; data: Values<U> }): Promise<unknown>
  updateMany(change: { where: object; data: Values<U> }): Promise<{ count: number }>
}

/**
 * The table of a type, past the Document Service: for records that the desk itself writes, for counting, and for
 * columns of many rows. Strapi's database knows no types of its own.
 */
export function tableOf<U extends ContentTypeId>(strapi: Core.Strapi, uid: U): Table<U> {
  return strapi.db.query(uid) as Table<U>
}
