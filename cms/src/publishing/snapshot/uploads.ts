import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceCopy } from './last-good.ts'
import type { SnapshotIndex } from './snapshot-index.ts'

/**
 * Copies files of the media library that are not in the snapshot as they are now.
 * @param publicDir Strapi's public folder, where uploads lie
 */
export async function copyUploads(
  folder: string,
  publicDir: string,
  uploads: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(join(folder, 'media'), { recursive: true })
  for (const [name, url] of Object.entries(uploads)) {
    const path = join('media', name)
    const source = join(publicDir, url)
    const now = await stat(source).catch(() => undefined)
    const copy = await stat(join(folder, path)).catch(() => undefined)
    if (copy?.size === now?.size && copy?.mtimeMs === now?.mtimeMs) continue
    // One that is gone is named by the build, with its entry and field.
    await replaceCopy(folder, path, now && { path: source, atime: now.atime, mtime: now.mtime })
  }
}

/** Removes what no entry shows any more. */
export async function sweepUploads(folder: string, { files }: SnapshotIndex): Promise<void> {
  const used = new Set(Object.values(files).flatMap(({ uploads }) => Object.keys(uploads)))
  for (const name of await readdir(join(folder, 'media')).catch(() => [])) {
    if (!used.has(name)) await rm(join(folder, 'media', name), { force: true })
  }
}
