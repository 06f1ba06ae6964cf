import type { Core } from '@strapi/strapi'
import { beforeDocuments } from '../../strapi/document-calls.ts'
import { modelOf } from '../../strapi/models.ts'

const fields = ['number', 'caseNumber']
const reading = ['findMany', 'findFirst', 'count']

/** A receipt number as it is kept, where it was typed in groups as the receipt shows it; else the text. */
export function plainNumber(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s‐‑–—-]/g, '')
  return /^\d{16}$/.test(digits) ? digits : text
}

function plainIn(value: unknown, isNumber: boolean): unknown {
  if (typeof value === 'string') return isNumber ? plainNumber(value) : value
  if (Array.isArray(value)) return value.map((one) => plainIn(one, isNumber))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      plainIn(inner, isNumber || fields.includes(key)),
    ]),
  )
}

/** Finds what is looked for by a receipt number in every list that has one, however it was typed. */
export function understandNumbers(strapi: Core.Strapi): void {
  beforeDocuments(strapi, ({ uid, action, params }, next) => {
    const type = modelOf(strapi, uid)
    if (reading.includes(action) && fields.some((field) => field in (type?.attributes ?? {}))) {
      if (typeof params._q === 'string') params._q = plainNumber(params._q)
      if (params.filters) params.filters = plainIn(params.filters, false)
    }
    return next()
  })
}
