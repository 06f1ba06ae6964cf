import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaUse } from '../../../site/src/library/media.ts'
import { keep, type Assembly } from './assembly.ts'
import { copyReleaseFile, writeReleaseFile } from './write-file.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Media } from '../content/media-digests.ts'
import type { WantedJoin, WantedText } from './wanted.ts'

/** Puts the films, captions and downloads that published entries name into a release. */
export async function putMedia(
  assembly: Assembly,
  uses: readonly MediaUse[],
  { media, contentDir }: { media: Media; contentDir: string },
): Promise<void> {
  const paths = new Set(uses.filter(({ role }) => role === 'file').map(({ path }) => path))
  const wanted = await Promise.all(
    [...paths].map(async (path) => ({
      file: `client/${path}`,
      key: (await media.digestOf(path)) ?? '',
      from: join(contentDir, path),
    })),
  )
  const copied = await mapConcurrently(keep(assembly, wanted), ({ from, ...file }) =>
    copyReleaseFile(assembly.output, file, from),
  )
  assembly.add(copied)
}

/** Puts feeds, maps and tables into a release. @param place puts the site's address into a text */
export async function putTexts(
  assembly: Assembly,
  wanted: readonly WantedText[],
  place: (text: string) => string,
): Promise<void> {
  for (const { file, key, made } of keep(assembly, wanted)) {
    // What is suggested says again what pages say.
    const how = file.startsWith('client/search-index/') ? 'program' : 'content'
    const bytes = Buffer.from(place(await made.text()))
    assembly.add([await writeReleaseFile(assembly.output, { file, key }, bytes, how)])
  }
}

/** Puts the files together that say again what others of the release say. */
export async function putJoins(assembly: Assembly, wanted: readonly WantedJoin[]): Promise<void> {
  const { output } = assembly
  for (const { file, key, made } of keep(assembly, wanted)) {
    const parts = made.parts.map((part) => readFile(join(output.release, 'client', part), 'utf8'))
    const bytes = Buffer.from(made.join(await Promise.all(parts)))
    assembly.add([await writeReleaseFile(output, { file, key }, bytes, 'joined')])
  }
}
