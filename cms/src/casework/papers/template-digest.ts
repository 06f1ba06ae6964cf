import { createHash } from 'node:crypto'
import PizZip from 'pizzip'
import type { TemplateKind } from '../../contracts/figures/report-papers.ts'

/** Says only when a file was made: two of the same words and looks differ in nothing else. */
const moments = 'docProps/core.xml'

/** What a version of a template is known by (SHA-256): its kind, and all that stands in the file. */
export function digestOfTemplate(paper: TemplateKind, bytes: Uint8Array): string {
  const { files } = new PizZip(bytes)
  const hash = createHash('sha256').update(paper)
  for (const path of Object.keys(files).sort()) {
    if (path === moments || files[path]?.dir) continue
    hash.update(`\0${path}\0`).update(files[path]?.asUint8Array() ?? '')
  }
  return hash.digest('hex')
}
