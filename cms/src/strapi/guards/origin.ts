import type { Core } from '@strapi/strapi'

/** What a request says of the page that sent it. */
export type Sender = {
  method: string
  /** `Origin`; '' where there is none. */
  origin: string
  /** `Sec-Fetch-Site`, `-Mode` and `-Dest`; '' from a browser that does not say, or a program. */
  site: string
  mode: string
  dest: string
}

const refusal = '这个请求不是从管理后台的页面发出的，没有执行。请从管理后台的地址进入。'

/** The origins of the desk's own pages, under each of its hosts. */
export function ownOrigins(hosts: Set<string>, cmsUrl: string | null): string[] {
  const local = [...hosts].map((host) => `http://${host}`)
  return cmsUrl === null ? local : [...local, new URL(cmsUrl).origin]
}

/**
 * Whether a page that is not the desk's sent a request: one of another site, of a sibling host, or of
 * another port of the same host, which share cookies with the desk. A link that somebody follows to the
 * desk is not among them; a frame is. A program that sends none of these headers has no cookies to abuse.
 */
export function isForeign({ method, origin, site, mode, dest }: Sender, own: string[]): boolean {
  if (origin !== '' && !own.includes(origin)) return true
  if (site === '' || site === 'same-origin' || site === 'none') return false
  const isLink = mode === 'navigate' && dest === 'document'
  return !(isLink && (method === 'GET' || method === 'HEAD'))
}

/** Answers nothing to pages of other origins, whoever is signed in at the browser that they are in (403). */
export function refuseForeignPages(strapi: Core.Strapi, own: string[]): void {
  strapi.server.use(async (context, next) => {
    const sender = {
      method: context.method,
      origin: context.get('Origin'),
      site: context.get('Sec-Fetch-Site'),
      mode: context.get('Sec-Fetch-Mode'),
      dest: context.get('Sec-Fetch-Dest'),
    }
    if (!isForeign(sender, own)) return next()
    strapi.log.warn('拒绝了一个从别的网页发来的请求；从代理访问管理后台的，请设置 CMS_SITE_URL')
    context.status = 403
    context.body = { error: { message: refusal } }
  })
}
