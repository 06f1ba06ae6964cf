import type { ReleaseFile, ReleaseTarget } from './write-file.ts'
import type { FileFacts, Manifest } from './manifest.ts'
import type { Media } from '../content/media-digests.ts'
import { planFiles, type Wanted } from './plan.ts'
import type { Leak } from '../checks/leaks.ts'
import { takeOver } from './take-over.ts'

/** A release as it grows: its files so far, and the earlier release that gives some of them. */
export type Assembly = {
  output: ReleaseTarget
  before: Manifest | undefined
  files: Map<string, FileFacts>
  shards: Manifest['shards']
  leaks: Leak[]
  /** Notes files that were made. */
  add: (finished: readonly ReleaseFile[]) => void
  /** Which of the files can be taken over. */
  plan: <W extends Wanted>(wanted: readonly W[]) => { keep: W[]; make: W[] }
  /** Takes over files. @returns those that are not there any more as they were made */
  take: <W extends Wanted>(wanted: readonly W[]) => W[]
}

/** The digests that pictures of the earlier pages have now. */
async function digestsOf(before: Manifest | undefined, media: Media) {
  const paths = new Set<string>()
  for (const { pictures } of before?.files.values() ?? []) {
    for (const path in pictures) paths.add(path)
  }
  const digests = new Map<string, string | undefined>()
  for (const path of paths) digests.set(path, await media.digestOf(path))
  return digests
}

/** @param frame a digest of what every file is made with: the program, the settings, the site's address */
export async function openAssembly(
  output: ReleaseTarget,
  from: { release: string; manifest: Manifest } | undefined,
  frame: string,
  media: Media,
): Promise<Assembly> {
  const before = from?.manifest
  const digests = await digestsOf(before, media)
  const files: Assembly['files'] = new Map()
  const leaks: Leak[] = []
  return {
    ...{ output, before, files, leaks, shards: new Map() },
    add(finished) {
      for (const { file, facts, leaks: found } of finished) {
        files.set(file, facts)
        leaks.push(...found)
      }
    },
    plan: (wanted) => planFiles(wanted, before, frame, (path) => digests.get(path)),
    take(wanted) {
      if (!from) return [...wanted]
      const factsOf = (file: string) => from.manifest.files.get(file)
      const { taken, damaged } = takeOver(from.release, output.release, wanted, factsOf)
      for (const { file } of taken) {
        const facts = factsOf(file)
        if (facts) files.set(file, facts)
      }
      return damaged
    },
  }
}

/**
 * What differs from a release that stands elsewhere: what would come out as there is neither made nor taken over.
 * The program is made, for its files bear the address at which they lie.
 */
export async function openDifference(
  output: ReleaseTarget,
  live: Manifest | undefined,
  media: Media,
): Promise<Assembly> {
  const digests = await digestsOf(live, media)
  const own = await openAssembly(output, undefined, '', media)
  const frame = live?.frame ?? ''
  return {
    ...own,
    plan: (wanted) => planFiles(wanted, live, frame, (path) => digests.get(path)),
    take: () => [],
  }
}

/** Takes over what can be. @returns what must be made */
export function keep<W extends Wanted>(assembly: Assembly, wanted: readonly W[]): W[] {
  const { keep: same, make } = assembly.plan(wanted)
  return [...make, ...assembly.take(same)]
}
