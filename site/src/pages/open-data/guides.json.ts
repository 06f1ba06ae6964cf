import type { APIContext } from 'astro'
import { guides } from '../../library/entries.ts'
import { guideFields } from '../../open-data/fields.ts'
import { jsonResponse } from '../../open-data/response.ts'

export async function GET(context: APIContext): Promise<Response> {
  return jsonResponse(context, guideFields, await guides())
}
