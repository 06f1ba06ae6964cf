import type { APIContext } from 'astro'
import { guides } from '../../library/entries.ts'
import { guideFields } from '../../open-data/fields.ts'
import { jsonResponse } from '../../open-data/response.ts'

export function GET(context: APIContext): Response {
  return jsonResponse(context, guideFields, guides())
}
