import { constants, copyFileSync, linkSync, lstatSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileFacts } from './manifest.ts'

/** One file, which the two releases then share; on another disk, a copy. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // EMLINK: a file has as many names as the file system allows.
    if (code !== 'EXDEV' && code !== 'EMLINK' && code !== 'EPERM') throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

const isWhole = (file: string, size: number, time?: number) => {
  const found = lstatSync(file)
  return found.isFile() && found.size === size && (time === undefined || found.mtimeMs === time)
}

/**
 * Gives a new release files of an earlier one, with what lies compressed beside them. Nobody may write into
 * such a file afterwards: it is replaced or removed, never changed.
 * @returns those that are not there any more as they were made
 */
export function takeOver<F extends { file: string }>(
  earlier: string,
  release: string,
  files: readonly F[],
  factsOf: (file: string) => FileFacts | undefined,
): { taken: F[]; damaged: F[] } {
  const folders = new Set<string>()
  const damaged: F[] = []
  const taken = files.filter((one) => {
    const { file } = one
    const facts = factsOf(file)
    const [from, to] = [join(earlier, file), join(release, file)]
    try {
      if (!facts || !isWhole(from, facts.size, facts.time)) throw new Error('changed since')
      const { packed } = facts
      if (packed && !(isWhole(`${from}.br`, packed.br) && isWhole(`${from}.gz`, packed.gz)))
        throw new Error('changed since')
      const folder = dirname(to)
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
      folders.add(folder)
      link(from, to)
      if (packed) for (const end of ['.br', '.gz']) link(from + end, to + end)
      return true
    } catch {
      damaged.push(one)
      return false
    }
  })
  return { taken, damaged }
}
