import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ContentError } from '@portal/content/entry/library'
import { environment } from '../site/src/server/environment.ts'
import { checkContent } from './build/check.ts'
import { buildPages } from './build/pages.ts'
import { checkPrivacy, PrivacyError } from './build/privacy.ts'
import { copyData } from './build/data.ts'
import { findDeadLinks } from './build/links.ts'
import { copyMedia } from './build/media.ts'
import { buildSearch } from './build/search.ts'
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
  await step('生成页面', () => buildPages(environment.root, work.path))
  await step('复制文件', async () => {
    await copyMedia(library, environment.contentDir, join(work.path, 'client'))
    await copyData(library, environment.contentDir, join(work.path, 'content'))
  })
  await step('建立搜索索引', () =>
    buildSearch(library, environment.contentDir, join(work.path, 'client', 'search-index')),
  )
  if (!values.preview) {
    await step('检查隐私', () => checkPrivacy(library, join(work.path, 'client')))
  }
  await step('检查链接', async () => {
    const moved = new Set(library.redirects.map(({ from }) => from))
    const dead = await findDeadLinks(join(work.path, 'client'), moved, environment.basePath)
    await writeFile(join(work.path, 'content', 'dead-links.json'), JSON.stringify(dead))
  })
  await step('换上新版', () => installRelease(work.path, out))
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
