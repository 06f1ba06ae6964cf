import type { FileFacts, Manifest } from './manifest.ts'

/** A file that a release must have, by a digest of all that it is made of. */
export type Wanted = { file: string; key: string }

/**
 * Which files of a new release can be taken over from an earlier one, and which must be made. A file is the
 * same where what it is made of is: its key, the program and settings, and the pictures that it shows.
 * @param digestOf of a picture in the content folder now
 */
export function planFiles<W extends Wanted>(
  wanted: readonly W[],
  earlier: Manifest | undefined,
  frame: string,
  digestOf: (picture: string) => string | undefined,
): { keep: W[]; make: W[] } {
  const known = earlier?.frame === frame ? earlier.files : new Map<string, FileFacts>()
  const isSame = ({ file, key }: W) => {
    const facts = known.get(file)
    if (facts?.key !== key) return false
    return Object.entries(facts.pictures).every(([path, digest]) => digestOf(path) === digest)
  }
  const keep = wanted.filter(isSame)
  const kept = new Set(keep)
  return { keep, make: wanted.filter((one) => !kept.has(one)) }
}
