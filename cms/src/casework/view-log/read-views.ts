import { addDays, shanghaiDay } from '@portal/content/calendar/day'
import type { Core } from '@strapi/strapi'
import { aboveAllRows } from '../../strapi/tables.ts'
import {
  viewKinds,
  viewsPageSize,
  type ViewPeople,
  type ViewQuestion,
  type ViewRow,
  type ViewsAnswer,
  type ViewsToday,
} from '../../contracts/cases/view-log.ts'
import { contentType } from '../../contracts/content-types.ts'
import { nameOf } from '../../strapi/staff.ts'
import { everyCase } from '../record/view-log.ts'

type Stored = Omit<ViewRow, 'at' | 'name' | 'account' | 'kind' | 'number'> & {
  number: string
  viewer: string
  viewedAt: Date | string
  act: string
}
type Named = { email: string; firstname: string | null; lastname: string | null }

const select = ['id', 'number', 'viewer', 'viewedAt', 'act', 'asked', 'found']
/** So many rows are read at once for a table. */
const batch = 1_000

/** When a day begins in the office. */
const startOf = (day: string) => `${day}T00:00:00.000+08:00`

function whereOf({ person, number, kind, from, to }: ViewQuestion): object {
  const viewedAt = {
    ...(from ? { $gte: startOf(from) } : {}),
    ...(to ? { $lt: startOf(addDays(to, 1)) } : {}),
  }
  return {
    ...(person ? { viewer: person } : {}),
    ...(number ? { number } : {}),
    ...(kind ? { act: viewKinds[kind] } : {}),
    ...(from || to ? { viewedAt } : {}),
  }
}

async function readNames(strapi: Core.Strapi): Promise<Map<string, string>> {
  const users: Named[] = await strapi.db
    .query('admin::user')
    .findMany({ select: ['email', 'firstname', 'lastname'] })
  return new Map(users.map((user) => [user.email.toLowerCase(), nameOf(user)]))
}

function rowOf(row: Stored, names: ReadonlyMap<string, string>): ViewRow {
  const { id, number, viewer, viewedAt, act, asked, found } = row
  return {
    id,
    at: new Date(viewedAt).toISOString(),
    name: names.get(viewer.toLowerCase()) ?? '',
    account: viewer,
    kind: act,
    number: number === everyCase ? null : number,
    asked: asked ?? '',
    found,
  }
}

const views = (strapi: Core.Strapi) => strapi.db.query(contentType.caseView)

/** How many rows of the record fit a question. */
export const countViews = (strapi: Core.Strapi, question: ViewQuestion): Promise<number> =>
  views(strapi).count({ where: whereOf(question) })

/** A page of the record of views, the newest first. */
export async function readViews(strapi: Core.Strapi, question: ViewQuestion): Promise<ViewsAnswer> {
  const { page } = question
  const found = await countViews(strapi, question)
  // What is written down is only added to: the order of the rows is the order of the views.
  const rows: Stored[] = await views(strapi).findMany({
    where: whereOf(question),
    select,
    orderBy: { id: 'desc' },
    limit: viewsPageSize,
    offset: (page - 1) * viewsPageSize,
  })
  const names = await readNames(strapi)
  const pages = Math.max(1, Math.ceil(found / viewsPageSize))
  return { rows: rows.map((row) => rowOf(row, names)), found, page, pages }
}

/** Every row that fits a question, the newest first, some at a time. */
export async function* everyView(
  strapi: Core.Strapi,
  question: ViewQuestion,
): AsyncGenerator<ViewRow[]> {
  const names = await readNames(strapi)
  for (let before = aboveAllRows; ;) {
    const rows: Stored[] = await views(strapi).findMany({
      where: { $and: [whereOf(question), { id: { $lt: before } }] },
      select,
      orderBy: { id: 'desc' },
      limit: batch,
    })
    yield rows.map((row) => rowOf(row, names))
    before = rows.at(-1)?.id ?? before
    if (rows.length < batch) return
  }
}

/** Everybody who stands in the record, by name. */
export async function readPeople(strapi: Core.Strapi): Promise<ViewPeople> {
  const { tableName } = strapi.db.metadata.get(contentType.caseView)
  const rows: { viewer: string }[] = await strapi.db.connection(tableName).distinct('viewer')
  const names = await readNames(strapi)
  const people = rows.map(({ viewer: account }) => ({
    account,
    name: names.get(account.toLowerCase()) ?? '',
  }))
  const shown = ({ name, account }: (typeof people)[number]) => name || account
  return { people: people.sort((a, b) => shown(a).localeCompare(shown(b), 'zh-CN')) }
}

/** How often cases were looked at today, and how often that was refused. */
export async function readToday(strapi: Core.Strapi, now: Date): Promise<ViewsToday> {
  const viewedAt = { $gte: startOf(shanghaiDay(now)) }
  const refused = await views(strapi).count({ where: { viewedAt, act: viewKinds.refused } })
  return { views: (await views(strapi).count({ where: { viewedAt } })) - refused, refused }
}
