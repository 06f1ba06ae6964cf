import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { ContentError } from '@portal/content/entry/library'
import { dataLayout, type Environment } from '@portal/content/schema/environment'
import { step } from '../progress.ts'
import { openThread } from './apart.ts'
import { checkContent } from './check.ts'
import { compiledSite, placeSite } from './code.ts'
import { compressTexts } from './compress.ts'
import { copyData } from './data.ts'
import { findDeadLinks } from './links.ts'
import { copyMedia } from './media.ts'
import { makePages, PageError } from './pages.ts'
import {
  filesToCheck,
  findLeaks,
  findLeaksOfIndex,
  PrivacyError,
  requireNoLeaks,
} from './privacy.ts'
import { installRelease, recoverRelease, workFolder } from './release.ts'

/**
 * Makes a release of the portal out of `CONTENT_DIR` and puts it at `out`. Until everything is made,
 * what stands there is not touched.
 * @param preview for staff: it may show what is not yet fit to be published
 * @throws ContentError or PrivacyError where the content is at fault; see `tellFault`
 */
export async function makeRelease(
  { root, contentDir, dataDir, siteUrl, basePath }: Environment,
  out: string,
  preview = false,
): Promise<void> {
  await recoverRelease(out)
  const library = await step('检查内容', () => checkContent(contentDir))
  await using work = await workFolder(root)
  const [release, index] = [join(work.path, 'release'), join(work.path, 'search-index')]
  const client = join(release, 'client')
  await using thread = openThread({ library, contentDir })
  await mkdir(client, { recursive: true })
  await copyMedia(library, contentDir, client)
  const media = preview ? [] : await filesToCheck(client)
  // Making the pages keeps one core busy; the other does what need not wait for them.
  const cache = join(dataLayout(dataDir).buildCache, 'search')
  const apart = thread.buildSearch(index, cache).then(() => thread.findLeaks(client, media))
  // A fault of the pages comes first; this one must not be nobody's meanwhile.
  apart.catch(() => undefined)
  const code = await compiledSite(root)
  await step('生成页面', async () => {
    await placeSite(code, release, { siteUrl, basePath })
    await makePages(library, release)
    await copyData(library, contentDir, join(release, 'content'))
  })
  const leaksOfMedia = await step('建立搜索索引', () => apart)
  await rename(index, join(client, 'search-index'))
  if (!preview) {
    await step('检查隐私', async () => {
      const checked = new Set(media)
      const files = (await filesToCheck(client)).filter((name) => !checked.has(name))
      const half = Math.ceil(files.length / 2)
      const leaks = await Promise.all([
        thread.findLeaks(client, files.slice(0, half)),
        findLeaks(library, client, files.slice(half)),
        findLeaksOfIndex(library, client),
      ])
      requireNoLeaks([...leaksOfMedia, ...leaks.flat()])
    })
  }
  await step('检查链接', async () => {
    const moved = new Set(library.redirects.map(({ from }) => from))
    const dead = await findDeadLinks(client, moved, basePath)
    await writeFile(join(release, 'content', 'dead-links.json'), JSON.stringify(dead))
  })
  if (!preview) {
    const kept = join(dataLayout(dataDir).buildCache, 'compressed')
    await step('压缩网页', () => compressTexts(client, kept))
  }
  await step('换上新版', () => installRelease(release, out))
}

/** What kept a release from being made, in words for staff; a fault of the machine as it is. */
export function tellFault(error: unknown): unknown {
  if (error instanceof PrivacyError) return error.message
  if (error instanceof PageError) return `${error.message}\n${inspect(error.cause)}`
  if (!(error instanceof ContentError)) return error
  const lines = error.faults.map(({ file, field, problem }) => `  ${file}：${field}：${problem}`)
  return ['内容有误，请改好下面各处再生成：', ...lines].join('\n')
}
