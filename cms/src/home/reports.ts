import type { Core } from '@strapi/strapi'
import { untouched } from '../reports/receive.ts'
import type { NewReports } from '../contracts/home.ts'
import { contentType } from '../contracts/content-types.ts'

const uid = contentType.report
const most = 5
/** Characters of a report that are shown in a list. */
const shown = 60

const shortened = (text: string) => {
  const signs = Array.from(text.replaceAll(/\s+/g, ' ').trim())
  return signs.length > shown ? `${signs.slice(0, shown).join('')}…` : signs.join('')
}

/** Counts and lists what readers have reported and nobody has looked into, the newest first. */
export async function newReports(strapi: Core.Strapi): Promise<NewReports> {
  const filters = { handling: { $eq: untouched } }
  const reports = strapi.documents(uid)
  const rows = await reports.findMany({
    filters,
    sort: 'receivedAt:desc',
    limit: most,
  })
  const some = rows.map(({ documentId, page, text, receivedAt }) => ({
    uid,
    documentId,
    title: shortened(text ?? ''),
    type: shortened(page ?? ''),
    word: untouched,
    at: new Date(receivedAt ?? 0).toISOString(),
  }))
  return { count: await reports.count({ filters }), some }
}
