import { check, type Fault } from '@portal/content/entry/document'
import type { Publication } from './publications.ts'
import type { Row } from './transcribe/fields.ts'

/** An entry as it will be written, or what must be mended first. */
export type Gated = { ok: true; data: unknown } | { ok: false; faults: Fault[] }

/** Checks one entry of the CMS against the schema of the snapshot. */
export function gate(publication: Publication, row: Row): Gated {
  const checked = check(publication.schema, publication.toContent(row))
  return checked.ok ? { ok: true, data: checked.value } : checked
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
