import { rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ContentError } from '@portal/content/entry/library'
import { environment } from '../site/src/server/environment.ts'
import { checkContent } from './build/check.ts'
import { openThread } from './build/apart.ts'
import { compiledSite, placeSite } from './build/code.ts'
import { makePages } from './build/pages.ts'
import { findLeaks, PrivacyError, requireNoLeaks } from './build/privacy.ts'
import { copyData } from './build/data.ts'
import { findDeadLinks } from './build/links.ts'
import { copyMedia } from './build/media.ts'
import { installRelease, recoverRelease, workFolder } from './build/release.ts'
import { step } from './progress.ts'

/**
 * Makes a release of the portal out of `CONTENT_DIR`: `node scripts/build.ts [--out DIR] [--preview]`.
 * A preview is for staff: it may show what is not yet fit to be published.
 * Until everything is made, the release that stands in DIR is not touched.
 */
async function build(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, preview: { type: 'boolean', default: false } },
  })
  const out = resolve(values.out ?? join(environment.root, 'site', 'dist'))
  await recoverRelease(out)
  const library = await step('检查内容', () => checkContent(environment.contentDir))
  await using work = await workFolder(environment.root)
  const [release, index] = [join(work.path, 'release'), join(work.path, 'search-index')]
  const client = join(release, 'client')
  await using thread = openThread({ library, contentDir: environment.contentDir })
  const indexed = thread.buildSearch(index)
  // A fault of the pages comes first; this one must not be nobody's meanwhile.
  indexed.catch(() => undefined)
  const code = await compiledSite(environment.root)
  await step('生成页面', async () => {
    await placeSite(code, release, environment)
    await makePages(library, release)
  })
  await step('建立搜索索引', async () => {
    await indexed
    await rename(index, join(client, 'search-index'))
  })
  await step('复制文件', async () => {
    await copyMedia(library, environment.contentDir, client)
    await copyData(library, environment.contentDir, join(release, 'content'))
  })
  if (!values.preview) {
    await step('检查隐私', async () => {
      const halves = await Promise.all([
        thread.findLeaks(client, { part: 0, of: 2 }),
        findLeaks(library, client, { part: 1, of: 2 }),
      ])
      requireNoLeaks(halves.flat())
    })
  }
  await step('检查链接', async () => {
    const moved = new Set(library.redirects.map(({ from }) => from))
    const dead = await findDeadLinks(client, moved, environment.basePath)
    await writeFile(join(release, 'content', 'dead-links.json'), JSON.stringify(dead))
  })
  await step('换上新版', () => installRelease(release, out))
  console.log(`完成：${out}`)
}

function describe({ faults }: ContentError): string {
  const lines = faults.map(({ file, field, problem }) => `  ${file}：${field}：${problem}`)
  return ['内容有误，请改好下面各处再生成：', ...lines].join('\n')
}

try {
  await build()
} catch (error) {
  console.error('没有生成新版，原来的网站没有动。')
  const told = error instanceof PrivacyError ? error.message : error
  console.error(error instanceof ContentError ? describe(error) : told)
  process.exitCode = 1
}
