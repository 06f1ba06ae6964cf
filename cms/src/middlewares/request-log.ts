import type { Core } from '@strapi/strapi'

/**
 * Logs each request by its path alone. Strapi's own middleware writes the query too, and in that stand
 * the names and telephone numbers that staff search for.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const started = performance.now()
    await next()
    const taken = Math.ceil(performance.now() - started)
    strapi.log.http(`${ctx.method} ${ctx.path} (${taken} ms) ${ctx.status}`)
  }
