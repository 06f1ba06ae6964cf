import type { Core } from '@strapi/strapi'
import { viewKinds, type ViewKind } from '../../contracts/cases/view-log.ts'
import { modelOf } from '../../strapi/models.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { describeAsked } from './describe-query.ts'
import { caseUid } from './case-record.ts'
import type { Account } from './party.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'

/** What the record of a list or an export has in place of a receipt number. */
export const everyCase = '全部办件'

/** What was asked for, without what was looked for, and how many cases the answer had. */
type Extent = { asked: string; found: number | null }

type Found = { number?: string } | null

/** Writes down who did what with a case, or was refused. Never inside a transaction that may be undone. */
export async function recordView(
  strapi: Core.Strapi,
  account: Pick<Account, 'email'>,
  number: string,
  act: ViewKind,
  extent: Extent | null = null,
): Promise<void> {
  const data = {
    number,
    viewer: account.email,
    viewedAt: new Date().toISOString(),
    act: viewKinds[act],
    ...extent,
  }
  await writeRecords(() => strapi.db.query('api::case-view.case-view').create({ data }))
}

/**
 * Records who of the staff opened which case, and who listed or searched for which, and when: every
 * read of a petitioner's data leaves a trace. What was looked for is not written down. To be added
 * before the wall, whose own conditions nobody asked for.
 */
export function recordCaseViews(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    const viewer = strapi.requestContext.get()?.state.user as Account | undefined
    if (uid !== caseUid || !viewer) return next()
    const asked = describeAsked(modelOf(strapi, caseUid)?.attributes ?? {}, params)
    const isSearch = typeof params._q === 'string' && params._q.trim() !== ''
    const result = await next()
    if (action === 'findOne' || action === 'findFirst') {
      const number = (result as Found)?.number
      if (number) await recordView(strapi, viewer, number, 'read')
    }
    if (action === 'findMany') {
      const extent = { asked, found: (result as unknown[]).length }
      await recordView(strapi, viewer, everyCase, isSearch ? 'search' : 'list', extent)
    }
    return result
  })
}
