import type { Core } from '@strapi/strapi'
import { toChinese } from '../strapi/error-translation/chinese.ts'
import { takesFiles } from '../strapi/incoming/file-routes.ts'
import { isSignedIn } from '../strapi/incoming/is-signed-in.ts'
import { withFolder } from '../strapi/incoming/request-folders.ts'

/**
 * Lets files be read where files are taken, from staff who are signed in, and removes all of a request's
 * when it is over, however it ends. Others are refused before their bodies are read: they would fill the disk.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (context, next) => {
    // What Strapi's reader of bodies asks.
    if (!context.is('multipart')) return next()
    const refuse = (status: number) => {
      context.status = status
      context.body = { data: null, error: { status, message: toChinese('', status) } }
    }
    if (!takesFiles(context.path)) return refuse(415)
    if (!(await isSignedIn(strapi, context.get('Authorization')))) return refuse(401)
    await withFolder(context.req.headers, async () => {
      // Of a connection that broke before, the reader would wait for an end that never comes.
      if (!context.req.destroyed) await next()
    })
  }
