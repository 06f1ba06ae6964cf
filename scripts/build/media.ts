import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { mediaUses } from '../../site/src/library/media.ts'

/** Copies the films, captions and downloads that published entries name. */
export async function copyMedia(library: Library, folder: string, client: string): Promise<void> {
  const files = mediaUses(library).filter(({ role }) => role === 'file')
  for (const path of new Set(files.map((use) => use.path))) {
    const target = join(client, path)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(folder, path), target)
  }
}
