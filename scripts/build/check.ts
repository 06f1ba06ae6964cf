import { join } from 'node:path'
import { ContentError, readLibrary, type Library } from '@portal/content/entry/library'
import { mediaUses } from '../../site/src/library/media.ts'
import { exists } from '../exists.ts'

/**
 * Reads the content folder and sees that every file it names is there.
 * @throws ContentError naming each entry and field at fault
 */
export async function checkContent(folder: string): Promise<Library> {
  const library = await readLibrary(folder)
  const checked = mediaUses(library).map(async ({ file, field, path }) => {
    const present = await exists(join(folder, path))
    return present ? [] : [{ file, field, problem: `找不到文件 ${path}` }]
  })
  const faults = (await Promise.all(checked)).flat()
  if (faults.length > 0) throw new ContentError(faults)
  return library
}
