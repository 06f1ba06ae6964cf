import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exists } from '../../exists.ts'
import { sweep } from '../remove-stale.ts'

const workPrefix = '.making-'

/**
 * A folder to build in, which goes when the build is over. It lies beside the release, so that the two are
 * of one file system; nothing in it is served. What a build that was killed has left goes after a day.
 */
export async function workFolder(out: string) {
  const parent = dirname(out)
  await mkdir(parent, { recursive: true })
  // Whatever else stands beside the release is somebody's own.
  await sweep(parent, workPrefix, 1)
  const path = await mkdtemp(join(parent, `${workPrefix}${basename(out)}-`))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

const previousOf = (out: string) => `${out}.previous`
const incomingOf = (out: string) => `${out}.incoming`

/** Puts the old release back where a swap was cut off between its two steps. */
export async function recoverRelease(out: string): Promise<void> {
  if (!(await exists(out)) && (await exists(previousOf(out)))) await rename(previousOf(out), out)
}

/** Moves a finished build to `out`. What stood there stays whole until the new one is beside it. */
export async function installRelease(built: string, out: string): Promise<void> {
  const incoming = incomingOf(out)
  const previous = previousOf(out)
  await mkdir(dirname(out), { recursive: true })
  await rm(incoming, { recursive: true, force: true })
  await rename(built, incoming).catch(async (error: NodeJS.ErrnoException) => {
    // The data folder may lie on another disk.
    if (error.code !== 'EXDEV') throw error
    await cp(built, incoming, { recursive: true })
  })
  await rm(previous, { recursive: true, force: true })
  if (await exists(out)) await rename(out, previous)
  await rename(incoming, out)
  await rm(previous, { recursive: true, force: true })
}
