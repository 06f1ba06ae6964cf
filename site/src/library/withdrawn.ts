import { readLibrary } from '@portal/content/entry/library'
import type { Withdrawn } from '@portal/content/schema/withdrawn'
import { environment } from '../server/environment.ts'

/** Pages that were taken down and say so at their old address. */
export async function readWithdrawn(): Promise<Withdrawn[]> {
  return (await readLibrary(environment.contentDir)).withdrawn
}
