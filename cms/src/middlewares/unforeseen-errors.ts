import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { toChinese } from '../strapi/error-translation/chinese.ts'
import { traceOf } from '../strapi/error-translation/trace.ts'

/**
 * Logs an error that nobody foresaw by its kind and place alone. Strapi's own middleware writes its words
 * too, and they quote: a reader of JSON the text, a database the values.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (context, next) => {
    try {
      await next()
    } catch (error) {
      const isForeseen =
        error instanceof errors.ApplicationError || error instanceof errors.HttpError
      if (isForeseen) throw error
      const { status: given } = (error ?? {}) as { status?: unknown }
      const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500
      strapi.log.error(`${context.method} ${context.path} ${status} ${traceOf(error)}`)
      context.status = status
      context.body = { data: null, error: { status, message: toChinese('', status) } }
    }
  }
