import { join } from 'node:path'
import { check, type Fault } from '@portal/content/entry/document'
import { layout } from '../../environment.ts'
import { faultsOfFilm } from '../../media/film-faults.ts'
import { faultsOfTexts } from '../transcribe/markdown-fields.ts'
import type { Publication } from '../transcribe/publications.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'

/** An entry as it will be written, or what must be mended first. */
type CheckedEntry = { ok: true; data: unknown } | { ok: false; faults: Fault[] }

/** Checks one entry of the CMS against the schema of the snapshot, the pictures of its texts, its film. */
export async function checkEntry(
  publication: Publication,
  row: StoredFields,
): Promise<CheckedEntry> {
  const checked = check(publication.schema, publication.toContent(row))
  const uploads = join(layout.cmsPublic, 'uploads')
  const own =
    publication.kind === 'videos'
      ? await faultsOfFilm(row, uploads)
      : faultsOfBody(publication, row)
  const faults = [...(checked.ok ? [] : checked.faults), ...faultsOfTexts(row), ...own]
  return checked.ok && faults.length === 0
    ? { ok: true, data: checked.value }
    : { ok: false, faults }
}

/** Spaces and line breaks are enough for the CMS, but not for who opens the page. */
function faultsOfBody({ form }: Publication, { body }: StoredFields): Fault[] {
  const isBlank = form === 'document' && !String(body ?? '').trim()
  return isBlank ? [{ field: 'body', problem: '还没有写正文' }] : []
}

/** Which field of the CMS a fault of the snapshot speaks of: `articles.0` is the field `articles`. */
export function fieldOf(fault: Fault): string {
  const first = fault.field.split('.')[0] ?? ''
  const renamed: Record<string, string> = {
    publishedAt: 'publicationTime',
    officialText: 'officialTextUrl',
    matter: 'matterName',
    recurrence: 'every',
    status: 'validity',
  }
  return renamed[first] ?? first
}
