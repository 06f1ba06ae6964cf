import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { withoutMetadata } from './jpeg.ts'

const name = (word: string) => PDFName.of(word)
const nameIn = (dict: PDFDict, key: string) => dict.get(name(key))

/** Entries of any object that tell who made it, when and with what (ISO 32000-1, 14.3 to 14.5). */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'SpiderInfo'].map(name)
/** Of a note on a page: who wrote it, when, and its number. What it says stays. */
const tellingOfNotes = ['T', 'M', 'CreationDate', 'NM'].map(name)
/** Of the whole document: signatures with the certificates of those who signed, and rights. */
const tellingOfAll = ['Perms', 'DSS', 'Legal', 'Threads'].map(name)

/** Every dictionary inside an object, itself among them. */
function* dictsIn(object: PDFObject | undefined): Iterable<PDFDict> {
  if (object instanceof PDFStream) yield* dictsIn(object.dict)
  else if (object instanceof PDFDict) {
    yield object
    for (const value of object.values()) yield* dictsIn(value)
  } else if (object instanceof PDFArray) {
    for (const value of object.asArray()) yield* dictsIn(value)
  }
}

function cleanDict(dict: PDFDict): void {
  for (const key of telling) dict.delete(key)
  const kind = nameIn(dict, 'Subtype')
  const isField = kind === name('Widget') || nameIn(dict, 'FT') !== undefined
  const isNote = dict.has(name('Rect')) && kind !== undefined && !isField
  if (isNote) for (const key of tellingOfNotes) dict.delete(key)
  // What a field holds that no page shows reaches nobody but those who look for it.
  const unseen = isField && !dict.has(name('Rect')) && !dict.has(name('Kids'))
  if (nameIn(dict, 'FT') === name('Sig') || unseen) {
    for (const key of ['V', 'DV', 'RV', 'TU']) dict.delete(name(key))
  }
}

/** Photographs lie in a PDF as the camera wrote them. */
function cleanPhotograph(document: PDFDocument, ref: PDFRef, stream: PDFRawStream): void {
  const filter = document.context.lookup(nameIn(stream.dict, 'Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only !== name('DCTDecode')) return
  const bytes = withoutMetadata(stream.getContents())
  stream.dict.set(name('Length'), document.context.obj(bytes.length))
  document.context.assign(ref, PDFRawStream.of(stream.dict, bytes))
}

/** Forgets every object that cannot be reached from the catalogue: what earlier versions have left behind. */
function dropUnreachable(document: PDFDocument): void {
  const { context } = document
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref)
  }
}

/**
 * Takes out of a PDF what tells of its author, title, device and history, and keeps what is read on its
 * pages, notes and forms.
 */
export function removeMetadata(document: PDFDocument): void {
  const { context, catalog } = document
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  for (const key of tellingOfAll) catalog.delete(key)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) cleanDict(dict)
    if (object instanceof PDFRawStream) cleanPhotograph(document, ref, object)
  }
  dropUnreachable(document)
}

/** Kinds of actions and parts by which a PDF does more than be read, or brings other files along. */
const activeNames = new Set(
  [
    'JavaScript',
    'Launch',
    'RichMedia',
    'Rendition',
    'ImportData',
    'SubmitForm',
    'EmbeddedFile',
  ].map(name),
)
const activeKeys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA'].map(name)

/** Whether a PDF runs something, sends something or holds other files. */
export function isActive(document: PDFDocument): boolean {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) {
      if (activeKeys.some((key) => dict.has(key))) return true
      for (const value of [nameIn(dict, 'S'), nameIn(dict, 'Type'), nameIn(dict, 'Subtype')]) {
        if (value instanceof PDFName && activeNames.has(value)) return true
      }
    }
  }
  return false
}
