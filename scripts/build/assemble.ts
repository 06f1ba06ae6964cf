import { join } from 'node:path'
import type { Day } from '@portal/content/calendar/day'
import type { Library } from '@portal/content/entry/library'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { MediaUse } from '../../site/src/library/media.ts'
import { step } from '../progress.ts'
import { openAssembly, openDifference, type Assembly } from './release/assembly.ts'
import { placing, type Address } from './program/compiled-site.ts'
import type { ReleaseTarget } from './release/write-file.ts'
import { readManifest } from './release/manifest.ts'
import type { Media } from './content/media-digests.ts'
import { putJoins, putMedia, putTexts } from './release/put-files.ts'
import { putPages } from './pages/put-pages.ts'
import { putProgram } from './program/put-program.ts'
import { putShards } from './search/put-shards.ts'
import { planSearch } from './search/plan-search.ts'
import { keyOf, wantedFiles, wantedText } from './release/wanted.ts'

/** All that a release is made of. */
export type Given = {
  library: Library
  uses: MediaUse[]
  media: Media
  contentDir: string
  /** A release whose files are taken over where they would come out the same. */
  earlier: string | undefined
  code: { folder: string; digest: string }
  address: Address
  /** The digests of the programs that make the search index, and the release. */
  search: string
  build: string
  today: Day
  workdays: Workdays
  /** The folder of what is kept from build to build. */
  cache: string
}

async function earlierOf(release: string | undefined) {
  const manifest = release === undefined ? undefined : await readManifest(release)
  return release !== undefined && manifest ? { release, manifest } : undefined
}

function pageTarget(output: ReleaseTarget, { library, contentDir, address, code, cache }: Given) {
  const { settings } = library
  const pictures = join(cache, 'pictures')
  return { ...output, settings, contentDir, address, code: code.folder, pictures }
}

/**
 * Makes the files of a preview: the program, and the pages that would show something else than citizens see; these
 * are where the live release is served.
 * @param show the address of a page that is wanted whether or not it would
 */
export async function assemblePreview(
  output: ReleaseTarget,
  given: Given,
  show: string,
): Promise<void> {
  const { library, media, contentDir, code, address, today, workdays } = given
  const live = await earlierOf(given.earlier)
  const assembly = await openDifference(output, live?.manifest, media)
  await putProgram(assembly, code.folder, address)
  await putMedia(assembly, given.uses, { media, contentDir })
  const { pages } = wantedFiles(library, today, workdays)
  const wanted = pages.map((page) => (page.page.path === show ? { ...page, key: 'shown' } : page))
  await putPages(assembly, wanted, pageTarget(output, given))
}

/**
 * Makes the files of a release: what would come out as in the earlier one is taken over from there, the
 * rest is made.
 */
export async function assemble(
  output: ReleaseTarget,
  given: Given,
): Promise<Assembly & { frame: string }> {
  const { library, media, contentDir, code, address, today, workdays, cache } = given
  const { settings } = library
  const frame = keyOf(code.digest, given.build, settings, address)
  const assembly = await openAssembly(output, await earlierOf(given.earlier), frame, media)
  await putProgram(assembly, code.folder, address)
  await putMedia(assembly, given.uses, { media, contentDir })
  const indexed = { contentDir, today, code: given.search }
  const search = await planSearch(library, indexed)
  // Rendering keeps this thread busy; the index is made beside it.
  const beside = putShards(assembly, search.shards, {
    ...indexed,
    cache: join(cache, 'search'),
    entries: { cache, code: code.digest },
  })
  // A fault of the pages comes first; this one must not be nobody's meanwhile.
  beside.catch(() => undefined)
  const { pages, texts, joins } = wantedFiles(library, today, workdays)
  await putPages(assembly, pages, pageTarget(output, given))
  await putTexts(assembly, [...texts, ...search.files.map(wantedText)], placing(address))
  await putJoins(assembly, joins)
  await step('建立搜索索引', () => beside)
  return { ...assembly, frame }
}
