import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentError, readLibrary, type Library } from '@portal/content/entry/library'
import { z } from 'zod'
import { mediaUses } from '../../site/src/library/media.ts'

/**
 * Reads the content folder and sees that every file it names is there.
 * @throws ContentError naming each entry and field at fault
 */
export async function checkContent(folder: string): Promise<Library> {
  z.config(z.locales.zhCN())
  const library = await readLibrary(folder)
  const checked = mediaUses(library).map(async ({ file, field, path }) => {
    const missing = await access(join(folder, path)).then(
      () => false,
      () => true,
    )
    return missing ? [{ file, field, problem: `找不到文件 ${path}` }] : []
  })
  const faults = (await Promise.all(checked)).flat()
  if (faults.length > 0) throw new ContentError(faults)
  return library
}
