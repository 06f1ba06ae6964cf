import type { APIContext } from 'astro'
import { guides } from '../../library/entries.ts'
import { guideFields } from '../../open-data/fields.ts'
import { csvResponse } from '../../open-data/response.ts'

export async function GET(context: APIContext): Promise<Response> {
  return csvResponse(context, guideFields, await guides())
}
