import type { Core } from '@strapi/strapi'
import type { CaseNotice } from '../../contracts/papers/notice-draft.ts'
import { contentType } from '../../contracts/content-types.ts'
import { environment } from '../../environment.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { pathOf } from '../editions/edition-store.ts'
import { stateWords } from '../workflow/state-labels.ts'
import { findWorkflow } from '../workflow/workflow-store.ts'

const uid = contentType.notice

/** The notices that are about a case, with where each stands in publishing; the newest first. */
export async function noticesOf(strapi: Core.Strapi, number: string): Promise<CaseNotice[]> {
  const rows = await documentsOf(strapi, uid).findMany({
    filters: { caseNumber: number },
    fields: ['title', 'slug'],
    sort: 'createdAt:desc',
    status: 'draft',
    limit: -1,
  })
  return Promise.all(
    rows.map(async ({ documentId, title, slug }) => {
      const workflow = await findWorkflow(strapi, { uid, documentId })
      const state = workflow?.state ?? 'draft'
      const isLive = (workflow?.live ?? null) !== null && state !== 'withdrawn'
      const portal = `${environment.siteUrl}${environment.basePath}`
      return {
        documentId,
        title: String(title),
        word: stateWords[state],
        withdrawn: state === 'withdrawn',
        address: isLive ? `${portal}${pathOf(uid, slug)}` : null,
      }
    }),
  )
}

/** The notice that stands in the way of another about the same case: one that was not withdrawn. */
export async function standingNotice(
  strapi: Core.Strapi,
  number: string,
  beside: string | null,
): Promise<CaseNotice | undefined> {
  const all = await noticesOf(strapi, number)
  return all.find(({ documentId, withdrawn }) => !withdrawn && documentId !== beside)
}
