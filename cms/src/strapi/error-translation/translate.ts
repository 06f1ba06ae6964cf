import type { Core } from '@strapi/strapi'
import { toChinese, translateFailure } from './chinese.ts'

/**
 * Puts every failure that the CMS answers into Chinese: the admin pages show many of them as they
 * come, past their own translations.
 */
export function answerInChinese(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    await next()
    const { status, body } = context
    if (status < 400) return
    // Koa would send the name of the status, in English.
    if ((body ?? undefined) === undefined || body === context.message) {
      context.status = status
      context.body = { data: null, error: { status, message: toChinese('', status) } }
      return
    }
    if (typeof body !== 'object' || body === null) return
    const { error } = body as { error?: unknown }
    if (typeof error === 'object' && error !== null) translateFailure(error, status)
  })
}
