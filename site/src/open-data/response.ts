import type { APIContext } from 'astro'
import { csv } from '@portal/content/export/csv'
import { address } from '../layouts/address.ts'
import { names } from '../library/entries.ts'
import { asObjects, asRows, type Field, type Words } from './fields.ts'

function words({ site }: APIContext): Words {
  return { ...names(), page: (path) => new URL(address(path), site).href }
}

/** Entries as a CSV file. */
export function csvResponse<T>(context: APIContext, fields: Field<T>[], entries: T[]) {
  const header = fields.map(({ name }) => name)
  const text = csv(header, asRows(fields, entries, words(context)))
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
}

/** Entries as a JSON array. */
export function jsonResponse<T>(context: APIContext, fields: Field<T>[], entries: T[]) {
  return Response.json(asObjects(fields, entries, words(context)))
}
