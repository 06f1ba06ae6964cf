import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { workdays, type Workdays } from '@portal/content/schema/entries/workdays'

const lists = ['settings', 'topics', 'regions', 'departments', 'redirects', 'withdrawn'] as const
const workdaysFile = 'workdays.json'

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** The table of public days off in the content folder; a folder without one knows no days off. */
export async function readWorkdays(folder: string): Promise<Workdays> {
  const text = await readFile(join(folder, workdaysFile), 'utf8').catch(ignoreAbsent)
  return workdays.parse(JSON.parse(text ?? '{}'))
}

/** Writes what the server needs to know of the content, as checked; it reads nothing else. */
export async function copyData(library: Library, folder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of lists) {
    await writeFile(join(target, `${name}.json`), `${JSON.stringify(library[name])}\n`)
  }
  await copyFile(join(folder, workdaysFile), join(target, workdaysFile)).catch(ignoreAbsent)
}
