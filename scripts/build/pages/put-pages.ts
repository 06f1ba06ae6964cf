import { join } from 'node:path'
import { step } from '../../progress.ts'
import { keep, type Assembly } from '../release/assembly.ts'
import { copyReleaseFile } from '../release/write-file.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { makePages } from './make-pages.ts'
import type { PageTarget } from './page-maker.ts'
import { sweep } from '../remove-stale.ts'
import type { WantedPage } from '../release/wanted.ts'

const pictureFiles = (names: Iterable<string>) =>
  [...new Set(names)].map((name) => ({ file: `client/_astro/${name}`, key: name }))

/** Puts the static pages into a release, and the pictures on them. */
export async function putPages(
  assembly: Assembly,
  wanted: readonly WantedPage[],
  output: PageTarget,
): Promise<void> {
  const { before, files } = assembly
  const plan = assembly.plan(wanted)
  const madeFor = ({ file }: WantedPage) => before?.files.get(file)?.made ?? []
  // A page whose picture is damaged is rendered again, which makes the picture anew.
  const lost = new Set(
    keep(assembly, pictureFiles(plan.keep.flatMap(madeFor))).map(({ key }) => key),
  )
  const whole = plan.keep.filter((page) => !madeFor(page).some((name) => lost.has(name)))
  const broken = plan.keep.filter((page) => !whole.includes(page))
  const pages = [...plan.make, ...broken, ...assembly.take(whole)]
  await step('生成页面', async (progress) => {
    const finished = await makePages(output, pages, (made) =>
      progress(`${made}/${pages.length} 页`),
    )
    assembly.add(finished)
    const names = finished.flatMap(({ facts }) => facts.made)
    const missing = pictureFiles(names).filter(({ file }) => !files.has(file))
    assembly.add(
      await mapConcurrently(keep(assembly, missing), (picture) =>
        copyReleaseFile(output, picture, join(output.pictures, picture.key)),
      ),
    )
  })
  if (pages.length > 0) await sweep(output.pictures, '', 30)
}
