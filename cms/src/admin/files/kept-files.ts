import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { KeptAttachment } from '../../contracts/cases/desk-state.ts'

/** Files that staff have added, which are there whole or were not taken, as those that came with messages are shown. */
export function keptFiles(files: readonly Attachment[], at: string): KeptAttachment[] {
  return files.map((file) => ({ ...file, at, state: 'kept' }))
}
