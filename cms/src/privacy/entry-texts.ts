import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readPdf } from '@portal/content/privacy/pdf'
import { textOfCaptions } from '@portal/content/privacy/text'
import type { Core } from '@strapi/strapi'
import { componentOf, labelOf, modelOf, type Attribute, type Attributes } from '../strapi/models.ts'
import { filesIn } from '../writing/markdown/pictures.ts'
import { textOfMarkdown } from '../writing/markdown/plain-text.ts'
import type { StoredFields } from '../strapi/stored-fields.ts'

/**
 * A text of an entry: where staff find it, and what it says. `wordless`: pages of a PDF, counted from 1, that
 * no program can read, so that somebody must look at them; of a picture, empty. `file` is the name under
 * which the media library keeps it.
 */
export type FieldText = {
  field: string
  label: string
  text: string
  file?: string
  wordless?: number[]
}

type File = {
  url: string
  name: string
  alternativeText?: string
  caption?: string
}

/** Fields that never reach a page. */
const unpublished = new Set(['caseNumber'])

type FileText = Pick<FieldText, 'text' | 'file' | 'wordless'>

const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.gif', '.avif'])

/** What a file says that lies in `folder`, named as it lies there; nothing where it is gone. */
export async function textsInFile(name: string, folder: string): Promise<FileText[]> {
  const kind = extname(name).toLowerCase()
  if (pictures.has(kind)) return [{ text: '', file: name, wordless: [] }]
  if (kind !== '.vtt' && kind !== '.pdf') return []
  // One that is gone goes nowhere; the build names it.
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (!bytes) return []
  if (kind === '.vtt') return [{ text: textOfCaptions(bytes.toString()) }]
  const { text, wordless } = await readPdf(bytes)
  return [wordless.length > 0 ? { text, file: name, wordless } : { text }]
}

async function textsOfFile(file: File, library: string): Promise<FileText[]> {
  const said = [file.name, file.alternativeText ?? '', file.caption ?? ''].map((text) => ({ text }))
  return [...said, ...(await textsInFile(basename(file.url), library))]
}

/** A text of a field as its reader sees it, and what the files that it leads to say. */
async function textsOfField(
  { type, customField }: Attribute,
  text: string,
  library: string,
): Promise<FileText[]> {
  const isMarkdown = type === 'richtext' || customField === 'global::markdown'
  if (!isMarkdown) return [{ text }]
  const files = await Promise.all(filesIn(text).map((name) => textsInFile(name, library)))
  return [{ text: textOfMarkdown(text) }, ...files.flat()]
}

/**
 * Every text of an entry that reaches a page: fields, components, file names, alternative texts,
 * captions, the words of captions and leaflets. Links to other entries are those entries' own.
 * @param row the entry with its files and components
 */
export async function textsOf(
  strapi: Core.Strapi,
  uid: string,
  row: StoredFields,
  publicDir: string,
): Promise<FieldText[]> {
  const texts: FieldText[] = []
  const library = join(publicDir, 'uploads')
  const walk = async (attributes: Attributes, part: StoredFields, top?: FieldText) => {
    for (const [name, attribute] of Object.entries(attributes)) {
      const value = part[name]
      if (value === null || value === undefined || unpublished.has(name)) continue
      const label = labelOf(attributes, name)
      const place = top
        ? { ...top, label: `${top.label}·${label}` }
        : { field: name, label, text: '' }
      const parts = Array.isArray(value) ? value : [value]
      if (attribute.type === 'component') {
        const inner = componentOf(strapi, attribute.component ?? '')?.attributes ?? {}
        for (const one of parts) await walk(inner, one as StoredFields, place)
      } else if (attribute.type === 'media') {
        for (const file of parts) {
          for (const text of await textsOfFile(file as File, library))
            texts.push({ ...place, ...text })
        }
      } else if (attribute.type !== 'relation' && typeof value === 'string') {
        for (const text of await textsOfField(attribute, value, library))
          texts.push({ ...place, ...text })
      }
    }
  }
  await walk(modelOf(strapi, uid)?.attributes ?? {}, row)
  return texts
}
