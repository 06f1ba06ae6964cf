import type { APIContext } from 'astro'
import { feedResponse } from '../../feeds/response.ts'
import { columns } from '../../layouts/columns.ts'
import { essays } from '../../library/entries.ts'

export function GET(context: APIContext): Promise<Response> {
  return feedResponse(context, columns.essays, essays())
}
