import type { Core } from '@strapi/strapi'

/** Records who of the staff opened which case, and when: every read of a petitioner's data leaves a trace. */
export function recordCaseViews(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const result = await next()
    const viewer = strapi.requestContext.get()?.state.user as { email?: string } | undefined
    const number = (result as { number?: unknown } | null)?.number
    if (context.uid === 'api::case.case' && context.action === 'findOne' && viewer && number) {
      await strapi.db.query('api::case-view.case-view').create({
        data: { number, viewer: viewer.email, viewedAt: new Date().toISOString() },
      })
    }
    return result
  })
}
