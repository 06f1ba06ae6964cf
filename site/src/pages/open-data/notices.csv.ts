import type { APIContext } from 'astro'
import { notices } from '../../library/entries.ts'
import { noticeFields } from '../../open-data/fields.ts'
import { csvResponse } from '../../open-data/response.ts'

export function GET(context: APIContext): Response {
  return csvResponse(context, noticeFields, notices())
}
