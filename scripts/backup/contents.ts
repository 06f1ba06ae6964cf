import { link, mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** The file inside a backup that says what it is. */
export const manifestName = 'backup.json'

/** What a backup says of itself. */
export type Manifest = { version: 1; madeAt: string }

/** Folders of the data folder with what nothing else can make again. */
const kept = ['keys', 'cms', 'portal', 'snapshot']
/** Made again at once; the databases are copied apart, as they stand at one moment. */
const remade = /^cms\/(?:previews|staged|incoming)(?:\/|$)|\.db(?:-wal|-shm|-journal)?$/

/** Whether an error says that a file is not there. */
const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (isGone(error)) return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/**
 * Links what of the data folder goes into a backup as it is into another folder of the same disk: it stays there also
 * where the desk deletes it meanwhile. What is already gone then is left out.
 */
export async function linkFiles(dataDir: string, work: string): Promise<void> {
  for (const folder of kept) {
    for (const file of await filesIn(join(dataDir, folder))) {
      const place = relative(dataDir, file)
      if (remade.test(place.replaceAll(sep, '/'))) continue
      await mkdir(dirname(join(work, place)), { recursive: true, mode: 0o700 })
      await link(file, join(work, place)).catch((error: unknown) => {
        if (!isGone(error)) throw error
      })
    }
  }
}
