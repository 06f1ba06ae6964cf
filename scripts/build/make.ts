import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataLayout, type Environment } from '@portal/content/schema/environment'
import { step } from '../progress.ts'
import { openWorker } from './worker.ts'
import { checkContent } from './check.ts'
import { compiledSite, placeSite } from './code.ts'
import { compressTexts } from './compress.ts'
import { copyData } from './data.ts'
import { findDeadLinks } from './links.ts'
import { copyMedia } from './media.ts'
import { makePages } from './pages.ts'
import { filesToCheck, findLeaks, findLeaksOfIndex, requireNoLeaks } from './privacy.ts'
import { installRelease, recoverRelease, workFolder } from './install.ts'

/**
 * Makes a release of the portal out of `CONTENT_DIR` and puts it at `out`. Until everything is made,
 * what stands there is not touched.
 * @param preview for staff: it may show what is not yet fit to be published
 * @throws ContentError or PrivacyError where the content is at fault
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
  await using worker = openWorker({ library, contentDir })
  await mkdir(client, { recursive: true })
  await copyMedia(library, contentDir, client)
  const media = preview ? [] : await filesToCheck(client)
  // Making the pages keeps one core busy; the other does what need not wait for them.
  const cache = join(dataLayout(dataDir).buildCache, 'search')
  const beside = worker.buildSearch(index, cache).then(() => worker.findLeaks(client, media))
  // A fault of the pages comes first; this one must not be nobody's meanwhile.
  beside.catch(() => undefined)
  const code = await compiledSite(root)
  await step('生成页面', async () => {
    await placeSite(code, release, { siteUrl, basePath })
    await makePages(library, release)
    await copyData(library, contentDir, join(release, 'content'))
  })
  const leaksOfMedia = await step('建立搜索索引', () => beside)
  await rename(index, join(client, 'search-index'))
  if (!preview) {
    await step('检查隐私', async () => {
      const checked = new Set(media)
      const files = (await filesToCheck(client)).filter((name) => !checked.has(name))
      const half = Math.ceil(files.length / 2)
      const leaks = await Promise.all([
        worker.findLeaks(client, files.slice(0, half)),
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
