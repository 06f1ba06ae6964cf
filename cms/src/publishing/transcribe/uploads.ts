import { basename } from 'node:path'
import { filesOfTexts } from './markdown-fields.ts'
import type { StoredFields, Upload } from '../../strapi/stored-fields.ts'

/** The files of an entry, those of its parts among them. Files of entries it links to are theirs. */
export function uploadsOf(row: StoredFields): Upload[] {
  return Object.values(row)
    .flat()
    .filter((value): value is StoredFields => typeof value === 'object' && value !== null)
    .flatMap((value) => {
      if ('url' in value && 'mime' in value) return [value as Upload & StoredFields]
      return 'documentId' in value ? [] : uploadsOf(value)
    })
}

/** The names under which the media library keeps all files that an entry shows or hands out. */
export function uploadNames(row: StoredFields): string[] {
  return [...uploadsOf(row).map(({ url }) => basename(url)), ...filesOfTexts(row)]
}
