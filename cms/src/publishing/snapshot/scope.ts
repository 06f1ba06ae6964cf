import { publications, type Publication } from '../transcribe/publications.ts'
import { hasOwnFile } from './snapshot-files.ts'
import { affectedBy, type SnapshotIndex } from './snapshot-index.ts'

/** Entries that have changed, by content type and document; or whatever may have. */
export type Changes = 'everything' | readonly { uid: string; documentId: string }[]

/** Of one kind of entries, which are read anew: these documents, all, or none. */
export type Scope = { publication: Publication; documents: 'all' | ReadonlySet<string> }

function documentsOf(
  publication: Publication,
  index: SnapshotIndex,
  changes: Exclude<Changes, 'everything'>,
): Scope['documents'] {
  const changed = new Set(changes.map(({ documentId }) => documentId))
  const touched = affectedBy(index, changed)
    .map((path) => index.files[path])
    .filter((file) => file?.kind === publication.kind)
  const own = changes.filter(({ uid }) => uid === publication.uid)
  if (!hasOwnFile(publication) && touched.length + own.length > 0) return 'all'
  return new Set([
    ...own.map(({ documentId }) => documentId),
    ...touched.flatMap((file) => file?.documents ?? []),
  ])
}

/**
 * What must be read anew after changes.
 * @param index what the snapshot holds; everything is read where that is not known
 */
export function scopesOf(index: SnapshotIndex | undefined, changes: Changes): Scope[] {
  return publications.map((publication) => {
    const isAll = changes === 'everything' || index === undefined
    return { publication, documents: isAll ? 'all' : documentsOf(publication, index, changes) }
  })
}

/** Whether a file is written anew. */
export function isRead(
  scopes: readonly Scope[],
  { kind, documents }: SnapshotIndex['files'][string],
) {
  const scope = scopes.find(({ publication }) => publication.kind === kind)?.documents
  return scope === 'all' || documents.some((id) => scope?.has(id))
}
