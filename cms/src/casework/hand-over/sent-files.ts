import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { CaseEvent } from '../events/event.ts'

/** Files that went out with the replies and opinions of a case, in order, each once; a corrected reply's too. */
export function sentFiles(events: readonly CaseEvent[]): Attachment[] {
  const files = events.flatMap(({ body }) =>
    // What waits for a second reader has not gone out.
    'files' in body && body.kind !== 'reply-proposed' ? (body.files ?? []) : [],
  )
  return [...new Map(files.map((file) => [file.id, file])).values()]
}
