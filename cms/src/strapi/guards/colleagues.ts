import type { Core } from '@strapi/strapi'
import { allComponents, allModels } from '../models.ts'

const account = 'admin::user'
const refusal = '不能按同事的账号查询、排序。请按标题、状态或者日期查找。'

/** What is left of a question about an account: which one it is, by its number. */
const byNumber = /^(?:id|documentId|\d+|\$\w+)$/

/** The fields, in any type, that lead to an account of the desk. */
function fieldsOfAccounts(strapi: Core.Strapi): Set<string> {
  const models = [...allModels(strapi), ...allComponents(strapi)]
  const fields = models.flatMap(({ attributes }) =>
    Object.entries(attributes).filter(([, { target }]) => target === account),
  )
  return new Set(fields.map(([name]) => name))
}

/** Whether a question says no more of an account than its number. */
function isByNumber(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => byNumber.test(key) && isByNumber(inner))
}

/** Whether a part of a query leads to an account, as a key or, in sorting and populating, as a word. */
function leadsTo(fields: Set<string>, value: unknown, isFilter: boolean): boolean {
  const isField = (word: string) => fields.has(word)
  if (typeof value === 'string') return !isFilter && (value.match(/\w+/g) ?? []).some(isField)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => {
    // What lies too deep for the parser is left as one key.
    const isNamed = (key.match(/\w+/g) ?? []).some(isField)
    if (isNamed) return !(isFilter && fields.has(key) && isByNumber(inner))
    return leadsTo(fields, inner, isFilter && key !== 'sort' && key !== 'populate')
  })
}

/**
 * Refuses questions that tell by whom entries were made through what the accounts say: whoever may list
 * entries could guess colleagues' addresses, sign by sign, and they are half of what signing in takes. By an
 * account's number lists are still narrowed. To be called while registering.
 */
export function refuseColleagues(strapi: Core.Strapi): void {
  let fields: Set<string> | undefined
  strapi.server.use(async (context, next) => {
    fields ??= fieldsOfAccounts(strapi)
    const asked = Object.entries(context.query as Record<string, unknown>)
    const isAsked = asked.some(([key, value]) =>
      leadsTo(fields ?? new Set(), { [key]: value }, !/^_?(?:sort|populate)\b/.test(key)),
    )
    if (!isAsked) return next()
    context.status = 400
    context.body = {
      data: null,
      error: { status: 400, name: 'ValidationError', message: refusal, details: {} },
    }
  })
}
