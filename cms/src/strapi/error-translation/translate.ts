import type { Core } from '@strapi/strapi'
import { translateFailure } from './chinese.ts'

/**
 * Puts every failure that the CMS answers into Chinese: the admin pages show many of them as they
 * come, past their own translations.
 */
export function answerInChinese(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    await next()
    const { status, body } = context
    if (status < 400 || typeof body !== 'object' || body === null) return
    const { error } = body as { error?: unknown }
    if (typeof error === 'object' && error !== null) translateFailure(error)
  })
}
