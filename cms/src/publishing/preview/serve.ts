import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { environment, layout } from '../../environment.ts'
import { previewPath } from './make.ts'
import { readPermission } from '../../strapi/desk-routes.ts'
import { findPreview, type Preview } from './store.ts'

type Context = {
  method: string
  path: string
  status: number
  type: string
  body: unknown
  cookies: { get(name: string): string | undefined }
  set(header: string, value: string): void
  remove(header: string): void
  redirect(address: string): void
}

const form = new RegExp(`^${previewPath}/([0-9a-f]{32})(/.*)$`)
const banner =
  '<p class="message is-alert no-print" role="note">预览：这是还没有发布的草稿，只有能看草稿的同事登录后台看得到，一刻钟后失效。</p>'

/** Whether who looks is signed in, and may read drafts of this type. */
async function mayLook(strapi: Core.Strapi, context: Context, { uid }: Preview): Promise<boolean> {
  const token = context.cookies.get('strapi_admin_refresh')
  if (!token) return false
  const visit = await strapi.sessionManager?.('admin').validateRefreshToken(token)
  if (!visit?.isValid) return false
  const account = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: visit.userId, isActive: true }, populate: ['roles'] })
  if (!account || account.blocked) return false
  const { engine } = strapi.service('admin::permission')
  return (await engine.generateUserAbility(account)).can(readPermission, uid)
}

/** The address decoded; undefined where it is none. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** A file of a release by its address there; undefined where it has none. */
async function fileOf(folder: string, path: string): Promise<string | undefined> {
  const segments = path.split('/').slice(1)
  // A leading dot covers `../..` too: nothing that begins with one is part of a site.
  if (segments.some((segment) => segment.startsWith('.') || segment.includes('\0')))
    return undefined
  const file = join(folder, 'client', ...segments, path.endsWith('/') ? 'index.html' : '')
  return (await stat(file).catch(() => undefined))?.isFile() ? file : undefined
}

/** What there is at an address of a preview: it has what differs from what citizens see. */
async function findShown(folder: string, path: string | undefined) {
  if (path === undefined) return undefined
  const own = await fileOf(folder, path)
  if (own) return { file: own, own: true }
  const live = await fileOf(layout.currentRelease, path)
  return live === undefined ? undefined : { file: live, own: false }
}

/** Shows previews to whoever may read such drafts, and keeps them from everybody and everything else. */
export function servePreviews(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    const [, name = '', path = '/'] = form.exec(context.path) ?? []
    if (!name) return next()
    context.set('Cache-Control', 'no-store')
    context.set('X-Robots-Tag', 'noindex, nofollow')
    const preview = await findPreview(layout.previews, name)
    const isSeen = preview && (await mayLook(strapi, context, preview))
    const found = isSeen ? await findShown(preview.folder, decoded(path)) : undefined
    if (found?.own === false && extname(found.file) === '.html') {
      context.redirect(`${environment.siteUrl}${environment.basePath}${path}`)
      return
    }
    const file = found?.file
    if (!file) {
      context.status = 404
      context.type = 'text/plain; charset=utf-8'
      context.body = '没有这个预览，或者已经失效：请登录后台，重新生成。'
      return
    }
    // The pages bring a policy of their own.
    context.remove('Content-Security-Policy')
    context.status = 200
    context.type = extname(file)
    const bytes = await readFile(file)
    const isPage = extname(file) === '.html'
    context.body = isPage ? bytes.toString('utf8').replace(/(<main\b[^>]*>)/, `$1${banner}`) : bytes
  })
}
