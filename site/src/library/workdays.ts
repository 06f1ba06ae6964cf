import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workdays, type Workdays } from '@portal/content/schema/workdays'
import { environment } from '../server/environment.ts'

/** The table of public days off in the content folder; a folder without one knows no days off. */
export async function readWorkdays(): Promise<Workdays> {
  const file = join(environment.contentDir, 'workdays.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return workdays.parse(JSON.parse(text))
}
