import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@portal/content/entry/library'

const lists = ['settings', 'topics', 'regions', 'departments', 'redirects', 'withdrawn'] as const

/** Writes what the server needs to know of the content, as checked; it reads nothing else. */
export async function copyData(library: Library, folder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of lists) {
    await writeFile(join(target, `${name}.json`), `${JSON.stringify(library[name])}\n`)
  }
  const workdays = 'workdays.json'
  await copyFile(join(folder, workdays), join(target, workdays)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    },
  )
}
