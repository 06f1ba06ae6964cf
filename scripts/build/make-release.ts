import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shanghaiDay } from '@portal/content/calendar/day'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import type { Environment } from '@portal/content/schema/operation/environment'
import { fingerprint } from '../fingerprint.ts'
import { step } from '../progress.ts'
import { allowing } from './checks/allowed.ts'
import { assemble, assemblePreview, type Given } from './assemble.ts'
import type { Assembly } from './release/assembly.ts'
import { checkContent } from './content/check-content.ts'
import { codeSources, compiledSite } from './program/compiled-site.ts'
import { copyData, readWorkdays } from './content/server-data.ts'
import { within } from './release/write-file.ts'
import { installRelease, recoverRelease, workFolder } from './release/install.ts'
import { openKnown } from './content/facts-cache.ts'
import { findDeadLinks } from './checks/dead-links.ts'
import { writeManifest } from './release/manifest.ts'
import { openMedia } from './content/media-digests.ts'
import { findLeaks, findLeaksOfIndex, requireNoLeaks } from './checks/leaks.ts'
import { searchSources } from './search/plan-search.ts'

type MakeOptions = {
  /**
   * For staff: it may show what is not yet fit to be published, and has only what differs from the live release, and
   * the page at this address.
   */
  preview?: string | undefined
  /** A release whose files are taken over where they would come out the same. */
  earlier?: string | undefined
}

/**
 * Makes a release of the portal out of `CONTENT_DIR` and puts it at `out`. Until everything is made,
 * what stands there is not touched.
 * @throws ContentError or PrivacyError where the content is at fault
 */
export async function makeRelease(
  { root, contentDir, dataDir, siteUrl, basePath }: Environment,
  out: string,
  { preview, earlier }: MakeOptions = {},
): Promise<void> {
  await recoverRelease(out)
  const { buildCache, currentRelease } = dataLayout(dataDir)
  const digestOf = (sources: string[]) => fingerprint(root, sources).slice(0, 16)
  const digest = digestOf(codeSources)
  const known = await openKnown(buildCache, digest)
  const media = await openMedia(
    contentDir,
    join(buildCache, preview === undefined ? 'release' : 'preview'),
  )
  const content = await step('检查内容', () => checkContent(contentDir, known.facts, media))
  await known.save()
  const code = await compiledSite(root, digest)
  await using work = await workFolder(out)
  const release = join(work.path, 'release')
  await mkdir(join(release, 'client'), { recursive: true })
  const given: Given = {
    ...{ ...content, media, contentDir, earlier: preview === undefined ? earlier : currentRelease },
    ...{ code: { folder: code, digest }, address: { siteUrl, basePath } },
    search: digestOf(searchSources),
    build: `${digestOf(['scripts/build'])} ${process.version}`,
    ...{ today: shanghaiDay(new Date()), workdays: await readWorkdays(contentDir) },
    cache: buildCache,
  }
  if (preview === undefined) await finish(release, given, basePath)
  else await assemblePreview({ release, preview: true }, given, preview)
  await media.save()
  await step('换上新版', () => installRelease(release, out))
}

/** Makes the files of a release, and refuses them where they say what must not be published. */
async function finish(release: string, given: Given, basePath: string): Promise<void> {
  const { library, contentDir } = given
  const made = await assemble({ release, preview: false }, given)
  await step('检查隐私', async () => {
    const allowed = allowing(library)
    const signs = [...made.files].map(([file, facts]) => [within(file), facts.signs] as const)
    const leaks = await findLeaks(join(release, 'client'), signs, allowed)
    requireNoLeaks([...made.leaks, ...leaks, ...findLeaksOfIndex(made.shards, allowed)])
  })
  await step('检查链接', async () => {
    await copyData(library, contentDir, join(release, 'content'))
    const dead = deadLinksOf(made, new Set(library.redirects.map(({ from }) => from)), basePath)
    await writeFile(join(release, 'content', 'dead-links.json'), JSON.stringify(dead))
  })
  await writeManifest(release, made)
}

function deadLinksOf({ files }: Assembly, moved: ReadonlySet<string>, basePath: string) {
  const pages = [...files]
    .filter(([file]) => file.startsWith('client/'))
    .map(([file, { links }]) => [within(file), links] as const)
    // In one order, however many of them were made this time.
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return findDeadLinks(pages, { files: new Set(pages.map(([file]) => file)), moved, basePath })
}
