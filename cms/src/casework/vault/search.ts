import { comparable } from '../rules/comparable.ts'
import type { Core } from '@strapi/strapi'
import { aboveAllRows } from '../../strapi/tables.ts'
import type { DeskKeys } from './desk-keys.ts'
import { openValue, type Row } from './rows.ts'
import { exactKey } from './seal.ts'
import { sealedFields, type Model } from './sealed-type.ts'

/** Finds the rows of a type, the newest first, by an index that somebody keeps of it; null while it has not all. */
type Finder = (question: string) => Promise<number[] | null>

const finders = new WeakMap<Core.Strapi, Map<string, Finder>>()

/** Lets an index find the rows of a type, in place of reading them through. */
export function findBy(strapi: Core.Strapi, uid: string, finder: Finder): void {
  finders.set(strapi, new Map(finders.get(strapi)).set(uid, finder))
}

/** Without an index, so many of the newest rows are read through; an exact name, telephone or number finds older ones. */
const readThrough = 20_000
const page = 200
/** So many conditions a database takes at once. */
export const most = 1_000

function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* leaves(inner)
  }
}

/** Texts that the database can compare itself: what is neither sealed nor a program's own. */
function clearFields({ attributes }: Model): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const {
      type,
      pluginOptions,
      private: own,
    } = attribute as Model['attributes'][string] & {
      private?: boolean
    }
    return type === 'string' && !own && !pluginOptions?.vault?.sealed ? [name] : []
  })
}

/**
 * The rows of a type with sealed fields that have what is searched for: in one piece, or all its words
 * somewhere. Rows are opened one page after another and forgotten; nothing of it is written down.
 * @returns their ids, the newest first: all of them, for who asks may see the oldest only
 */
export async function searchRows(
  strapi: Core.Strapi,
  deskKeys: DeskKeys,
  model: Model,
  question: string,
): Promise<number[]> {
  const { uid } = model
  const indexed = await finders.get(strapi)?.get(uid)?.(question)
  if (indexed) return indexed
  const terms = question.split(/\s+/).map(comparable).filter(Boolean)
  const whole = terms.join('')
  if (whole === '') return []
  const sealed = sealedFields(model)
  const clear = clearFields(model)
  const found = new Set<number>()
  const rowsOf = (where: object, limit: number): Promise<Row[]> =>
    strapi.db
      .queryBuilder(uid)
      .select(['id', 'documentId', ...clear, ...sealed.map(({ name }) => name)])
      .where(where)
      .orderBy({ id: 'desc' })
      .limit(limit)
      .execute()

  const exact = sealed.flatMap(({ name, exact: key }) => {
    const place = { type: uid, row: '', field: name }
    return key === null ? [] : [{ [key]: exactKey(deskKeys, place, question) }]
  })
  const same = [...exact, ...clear.map((name) => ({ [name]: whole }))]
  for (const { id } of await rowsOf({ $or: same }, most)) found.add(Number(id))

  const textOf = (row: Row): string => {
    const owner = { type: uid, row: String(row.documentId) }
    const opened = sealed.flatMap((field) => {
      const value = openValue(deskKeys, owner, field, row[field.name])
      return value.ok ? [...leaves(value.value)] : []
    })
    return [...clear.map((name) => String(row[name] ?? '')), ...opened].map(comparable).join('\n')
  }
  let before = aboveAllRows
  for (let read = 0; read < readThrough; read += page) {
    const rows = await rowsOf({ id: { $lt: before } }, page)
    for (const row of rows) {
      const text = textOf(row)
      if (text.includes(whole) || terms.every((term) => text.includes(term))) {
        found.add(Number(row.id))
      }
    }
    if (rows.length < page) break
    before = Number(rows.at(-1)?.id)
  }
  return [...found].sort((a, b) => b - a)
}

/**
 * Of rows that a search found those that may be seen, by `where`: the wall and what else was asked. More than a
 * database takes at once are asked for in parts, so that nobody's own are lost among those of others.
 * @param ids the newest first
 * @returns at most 1,000 of them, the newest
 */
export async function withinRights(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  where: object,
): Promise<number[]> {
  if (ids.length <= most) return [...ids]
  const seen: number[] = []
  for (let from = 0; from < ids.length && seen.length < most; from += most) {
    const part = ids.slice(from, from + most)
    const rows: { id: number }[] = await strapi.db
      .queryBuilder(uid)
      .select(['id'])
      .where({ $and: [where, { id: { $in: part } }] })
      .orderBy({ id: 'desc' })
      .execute()
    seen.push(...new Set(rows.map(({ id }) => Number(id))))
  }
  return seen.slice(0, most)
}
