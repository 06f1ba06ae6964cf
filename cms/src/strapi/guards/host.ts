import type { Core } from '@strapi/strapi'

/** The hosts by which the CMS is asked for: this machine, and the name that the office's proxy has. */
export function knownHosts(port: number, cmsUrl: string | null): Set<string> {
  const names = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`)
  return new Set(cmsUrl === null ? names : [...names, new URL(cmsUrl).host])
}

/**
 * Refuses a request under a name that is not the CMS's (421, RFC 9110): a page elsewhere that has its
 * own name point to this machine would otherwise be let in by the browser as if it were the desk.
 */
export function refuseForeignHosts(strapi: Core.Strapi, hosts: Set<string>): void {
  strapi.server.use(async (context, next) => {
    const { host } = context
    if (hosts.has(host.toLowerCase())) return next()
    strapi.log.warn('拒绝了一个主机名不符的请求；从代理访问管理后台的，请设置 CMS_SITE_URL')
    context.status = 421
    context.body = { error: { message: '主机名不符。' } }
  })
}
