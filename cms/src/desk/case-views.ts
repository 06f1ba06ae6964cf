import type { Core } from '@strapi/strapi'
import { caseUid } from './case-record.ts'
import type { Account } from './party.ts'

const acts = { read: '查阅', download: '下载附件', export: '导出', refused: '被拒绝' } as const

/** What the record of an export has in place of a receipt number. */
export const everyCase = '全部办件'

/** Writes down who did what with a case, or was refused. Never inside a transaction that may be undone. */
export async function recordView(
  strapi: Core.Strapi,
  account: Account,
  number: string,
  act: keyof typeof acts,
): Promise<void> {
  await strapi.db.query('api::case-view.case-view').create({
    data: {
      number,
      viewer: account.email,
      viewedAt: new Date().toISOString(),
      act: acts[act],
    },
  })
}

/** Records who of the staff opened which case, and when: every read of a petitioner's data leaves a trace. */
export function recordCaseViews(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const result = await next()
    const viewer = strapi.requestContext.get()?.state.user as Account | undefined
    const number = (result as { number?: string } | null)?.number
    if (context.uid === caseUid && context.action === 'findOne' && viewer && number) {
      await recordView(strapi, viewer, number, 'read')
    }
    return result
  })
}
