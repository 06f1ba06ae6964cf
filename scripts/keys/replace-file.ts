import { open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts `text` in the place of a file in one step: whoever reads it, also after a power cut, finds
 * the old text or the new one. The file keeps its mode.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path)
  const next = `${path}.new`
  const file = await open(next, 'w', mode & 0o777)
  try {
    await file.chmod(mode & 0o777)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(next, path)
  if (process.platform === 'win32') return
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}
