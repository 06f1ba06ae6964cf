import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { check } from '@portal/content/entry/document'
import { earlierSlugFor, slugFor } from '@portal/content/law/slug'
import { regulation, type Regulation } from '@portal/content/schema/entries/regulation'
import type { Core } from '@strapi/strapi'
import { layout } from '../../environment.ts'
import { regulationToContent, regulationToDesk } from '../transcribe/regulation.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { contentType } from '../../contracts/content-types.ts'

const uid = contentType.regulation

type Context = {
  get(header: string): string
  request: { body?: unknown }
  status: number
  body: unknown
}

function mayImport(header: string): boolean {
  const expected = Buffer.from(`Bearer ${readFileSync(layout.importToken, 'utf8').trim()}`)
  const given = Buffer.from(header)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** An article of the entry that has an explanation and is not in the text that comes in. */
function orphanOf(incoming: Regulation, existing: Regulation): string | undefined {
  const articles = ({ divisions }: Regulation) => divisions.flatMap((division) => division.articles)
  const known = new Set(articles(incoming).map((a) => `${a.number}-${a.insertion}`))
  return articles(existing).find((a) => a.guide && !known.has(`${a.number}-${a.insertion}`))?.label
}

/** What staff wrote of an article stays with it when the official text comes in. */
function keepGuides(incoming: Regulation, existing: Regulation): Regulation {
  const key = ({ number, insertion }: { number: number; insertion: number }) =>
    `${number}-${insertion}`
  const known = new Map(
    existing.divisions.flatMap(({ articles }) => articles.map((a) => [key(a), a] as const)),
  )
  const divisions = incoming.divisions.map((division) => ({
    ...division,
    articles: division.articles.map((a) => {
      const own = known.get(key(a))
      return {
        ...a,
        guide: a.guide || (own?.guide ?? ''),
        phrasings: a.phrasings.length > 0 ? a.phrasings : (own?.phrasings ?? []),
      }
    }),
  }))
  return { ...incoming, divisions, summary: incoming.summary || existing.summary }
}

/**
 * Saves a regulation that the importer has read as a draft, beside the words of the office that
 * are there already.
 * @returns the draft's documentId, or why words of the office would be lost
 */
export async function saveRegulation(
  strapi: Core.Strapi,
  incoming: Regulation,
): Promise<{ ok: true; documentId: string } | { ok: false; error: string }> {
  const earlier = incoming.slug.replace(slugFor(incoming.title), earlierSlugFor(incoming.title))
  const filters = { slug: { $in: [incoming.slug, earlier] } }
  const populate = { divisions: { populate: { articles: true } } }
  const row = await documentsOf(strapi, uid).findFirst({ filters, populate })
  if (!row) {
    const data = regulationToDesk(incoming).fields
    const { documentId } = await documentsOf(strapi, uid).create({ data })
    return { ok: true, documentId }
  }
  const existing = check(regulation, regulationToContent(row))
  const orphan = existing.ok && orphanOf(incoming, existing.value)
  if (orphan) {
    const advice = '请先把解读移到别的条，或另存下来再删去，然后导入'
    return { ok: false, error: `现有条目的${orphan}有解读，这个文件里没有这一条：${advice}` }
  }
  const merged = existing.ok ? keepGuides(incoming, existing.value) : incoming
  const documentId = row.documentId
  // Its address stays as it is, whatever it would be called today.
  const data = { ...regulationToDesk(merged).fields, slug: row.slug }
  await documentsOf(strapi, uid).update({ documentId, data })
  return { ok: true, documentId }
}

async function importRegulation(strapi: Core.Strapi, context: Context): Promise<void> {
  if (!mayImport(context.get('authorization'))) {
    context.status = 401
    context.body = { error: '没有导入权限' }
    return
  }
  const checked = check(regulation, context.request.body)
  if (!checked.ok) {
    context.status = 400
    context.body = { error: checked.faults.map((f) => `${f.field}：${f.problem}`).join('；') }
    return
  }
  const saved = await saveRegulation(strapi, checked.value)
  context.status = saved.ok ? 200 : 409
  context.body = saved.ok ? { ok: true } : { error: saved.error }
}

/** Adds `POST /api/import/regulations`, by which the import command leaves drafts for staff to publish. */
export function addImportRoute(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'POST',
        path: '/import/regulations',
        handler: (context) => importRegulation(strapi, context),
        config: { auth: false },
        info: { type: 'content-api', apiName: 'regulation' },
      },
    ],
  })
}
