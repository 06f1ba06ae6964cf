import type { Core } from '@strapi/strapi'

/**
 * Forbids browsers and proxies to keep what the desk answers: it is data, of cases mostly, and files of
 * petitioners. The admin's own scripts and pictures may be kept.
 */
export function forbidStoring(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    await next()
    const isAnswer = context.path.startsWith('/desk/') || context.response.is('json') === 'json'
    if (isAnswer) context.set('Cache-Control', 'no-store')
  })
}
