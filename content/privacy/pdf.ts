import { extractText, getDocumentProxy } from 'unpdf'
import { textsOfHtml } from './text.ts'

/** What a PDF says. */
export type PdfWords = {
  /** Everything that can be read: pages, notes on them, forms, bookmarks, properties. */
  text: string
  /** What is drawn on each page. */
  pages: string[]
  /** Pages, counted from 1, of which next to nothing can be read: scans, or letters drawn as lines. */
  wordless: number[]
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Programs for scanning stamp their name on every page; that does not make it readable. */
const fewestLetters = 20

/** Parts of notes and forms that are the machine's; a date with its zone reads like a telephone number. */
const machines = new Set([
  'CreationDate',
  'ModDate',
  'creationDate',
  'dir',
  'fieldType',
  'fontName',
  'id',
  'modificationDate',
  'popupRef',
  'subtype',
])

/** Every text in what the library tells of a part of the document. */
function saidIn(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (part instanceof Map) return [...part.values()].flatMap(saidIn)
  if (ArrayBuffer.isView(part) || typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => (machines.has(name) ? [] : saidIn(value)))
}

/** What stands beside the pages: title, author, subject, keywords, bookmarks, forms, files in it. */
async function saidBeside(document: Pdf): Promise<string[]> {
  const { info, metadata } = await document.getMetadata()
  const packet = (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? ''
  const parts = await Promise.all([
    document.getOutline(),
    document.getFieldObjects(),
    document.getAttachments(),
    document.getPageLabels(),
  ])
  const layers = [...(await document.getOptionalContentConfig())].flatMap(
    ([, group]) => (group as { name?: string }).name ?? [],
  )
  return [...saidIn(info), ...textsOfHtml(packet).slice(0, 1), ...saidIn(parts), ...layers]
}

/** Notes, links and form fields of a page, hidden ones too, and the words that stand for its pictures. */
async function saidOnPage(document: Pdf, number: number): Promise<string[]> {
  const page = await document.getPage(number)
  const annotations = await page.getAnnotations({ intent: 'any' })
  const structure = await page.getStructTree()
  return [...saidIn(annotations), ...saidIn(structure)]
}

const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Reads a PDF. @throws where the file is none, or needs a password */
export async function readPdf(bytes: Uint8Array): Promise<PdfWords> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    const { text: pages } = await extractText(document, { mergePages: false })
    const texts: string[] = []
    const wordless: number[] = []
    for (const [place, text] of pages.entries()) {
      texts.push(text, ...(await saidOnPage(document, place + 1)))
      if (letters(text) < fewestLetters) wordless.push(place + 1)
    }
    texts.push(...(await saidBeside(document)))
    // Fonts of PDFs often stand for radicals that only look like the characters.
    return { text: texts.join('\n').normalize('NFKC'), pages, wordless }
  } finally {
    await document.loadingTask.destroy()
  }
}
