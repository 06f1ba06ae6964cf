import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'

/**
 * A small release in the shape that a build leaves, for what the server does with any release. Its
 * renderer tells what it was given, so that a test can see it.
 */
export function writeRelease(
  dataDir: string,
  name: string,
  {
    files = {},
    renderer = echo,
  }: { files?: Record<string, string | Buffer>; renderer?: string } = {},
): string {
  const folder = join(dataLayout(dataDir).releases, name)
  rmSync(folder, { recursive: true, force: true })
  const all: Record<string, string | Buffer> = {
    'client/index.html': `<!doctype html><title>${name}</title><p>${'首页 '.repeat(400)}`,
    'client/404.html': `<!doctype html><title>没有这个页面 ${name}</title>`,
    'server/entry.mjs': renderer,
    'content/settings.json': JSON.stringify(settings),
    'content/topics.json': JSON.stringify([
      { slug: 'labour', name: '劳动社保', hint: '', order: 1 },
    ]),
    'content/regions.json': JSON.stringify([
      { slug: 'qinghe', name: '青禾区', tier: 'district', parent: null, order: 0 },
    ]),
    'content/redirects.json': '[]',
    'content/withdrawn.json': '[]',
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const settings = {
  siteName: '青禾区网上信访',
  officeName: '青禾区信访局',
  districtName: '青禾区',
  phone: '0000-7000000',
  address: '青禾区人民路1号',
  postalCode: '000000',
  visitingHours: '工作日 08:30—12:00',
  officialText: { name: '国家法律法规数据库', url: 'https://www.gjxfj.gov.cn/' },
}

/** Shows what it was given. `imports` counts how often this process has loaded it. */
export const echo = `
globalThis.rendererImports = (globalThis.rendererImports ?? 0) + 1
export async function render(request, locals) {
  const { pathname } = new URL(request.url)
  if (pathname.includes('missing')) return null
  const page = {
    url: pathname,
    imports: globalThis.rendererImports,
    site: locals.settings.siteName,
    typed: locals.petition?.typed,
  }
  return Response.json(page, { headers: { 'content-security-policy': "default-src 'self';" } })
}
`
