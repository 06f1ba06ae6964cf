import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import type { Kind } from './identify.ts'
import { reachesOut } from './office-links.ts'
import type { Refusal } from '../refusal.ts'

const megabyte = 1024 * 1024
/** What a document of 10 MB may unpack to. */
const mostUnpacked = 100 * megabyte
const mostEntries = 2_000
/** Documents in a document: the workbook of a chart is one, and holds none. */
const deepest = 1

const documents: { part: RegExp; kind: Kind }[] = [
  {
    part: /^word\/document\d*\.xml$/,
    kind: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extension: 'docx',
      family: 'office',
    },
  },
  {
    part: /^xl\/workbook\d*\.xml$/,
    kind: {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      extension: 'xlsx',
      family: 'office',
    },
  },
]

/** What an archive is that is no such document, by what is in it. */
const others: [RegExp, Refusal][] = [
  [/^ofd\.xml$/, 'ofd'],
  [/^ppt\/presentation\.xml$/, 'slides'],
  [/^visio\/document\.xml$/, 'drawing'],
  [/^(?:index\/document\.iwa|index\.zip)$/, 'iwork'],
  [/^meta-inf\/container\.xml$/, 'book'],
  [/^(?:androidmanifest\.xml|meta-inf\/manifest\.mf|payload\/.*\.app\/.*)$/, 'program'],
  [/^content\.xml$/, 'odf'],
]

/** How what is run or unpacked begins, whatever it is called: Windows, Linux, archives, documents of before 2007. */
const foreign = ['MZ', '\x7fELF', 'Rar!', '7z\xbc\xaf\x27\x1c', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']
const archiveMark = 'PK\x03\x04'

/** Controls, packaged objects, and anything that a desktop would run or unpack. */
const active =
  /\/activex\/|\/embeddings\/.*\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|com|hta|lnk|jar|msi|html?|svg|zip|rar|7z)$/

type Verdict = { ok: true; kind: Kind } | { ok: false; refusal: Refusal }
const refuse = (refusal: Refusal): Verdict => ({ ok: false, refusal })

/**
 * Looks into a zip archive that may be a Word or Excel document (ISO/IEC 29500). Every entry is
 * unpacked against what it claims, so that nobody who opens it later is surprised, and a document in it is
 * looked at likewise.
 */
export async function checkOffice(bytes: Buffer): Promise<Verdict> {
  return checkAt(0, bytes, { left: mostUnpacked })
}

/** @param budget bytes that all documents within the outermost may still unpack to */
async function checkAt(depth: number, bytes: Buffer, budget: { left: number }): Promise<Verdict> {
  try {
    const archive = await fromBufferPromise(bytes, { strictFileNames: false })
    return await checkArchive(archive, depth, budget)
  } catch (error) {
    // The library speaks of a size that is not what was claimed; all else is no whole archive.
    const message = error instanceof Error ? error.message : ''
    return refuse(/too many bytes/i.test(message) ? 'bomb' : 'damaged')
  }
}

async function checkArchive(
  archive: ZipFile,
  depth: number,
  budget: { left: number },
): Promise<Verdict> {
  const entries: Entry[] = []
  for await (const entry of archive.eachEntry()) {
    entries.push(entry)
    if (entries.length > mostEntries) return refuse('bomb')
  }
  const names = entries.map(({ fileName }) => fileName.toLowerCase())
  const document = documents.find(({ part }) => names.some((name) => part.test(name)))
  if (!document || !names.includes('[content_types].xml')) {
    const other = others.find(([part]) => names.some((name) => part.test(name)))
    return refuse(other?.[1] ?? 'archive')
  }
  if (entries.some((entry) => entry.isEncrypted())) return refuse('encrypted')
  const first = Math.min(
    ...entries.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader),
  )
  if (first !== 0 || new Set(names).size !== names.length) return refuse('mixed')
  budget.left -= entries.reduce((size, { uncompressedSize }) => size + uncompressedSize, 0)
  if (budget.left < 0) return refuse('bomb')
  if (names.some((name) => /vbaproject|vbadata|\/macrosheets\//.test(name))) return refuse('macro')
  if (names.some((name) => active.test(name))) return refuse('active')
  for (const entry of entries) {
    const content = await unpack(archive, entry)
    const refusal = checkPart(entry, content) ?? (await checkWithin(depth, content, budget))
    if (refusal) return refuse(refusal)
  }
  return { ok: true, kind: document.kind }
}

async function unpack(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  const stream = await archive.openReadStreamPromise(entry)
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function checkPart({ fileName }: Entry, content: Buffer): Refusal | null {
  const name = fileName.toLowerCase()
  if (name === '[content_types].xml') {
    return /macroEnabled|vbaProject/i.test(textOf(content)) ? 'macro' : null
  }
  return name.endsWith('.rels') && reachesOut(textOf(content)) ? 'linked' : null
}

/** Looks at what a part is by its bytes: a program, or a document of its own. */
async function checkWithin(
  depth: number,
  content: Buffer,
  budget: { left: number },
): Promise<Refusal | null> {
  const begins = (mark: string) =>
    content.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'))
  if (foreign.some(begins)) return 'active'
  if (!begins(archiveMark)) return null
  if (depth === deepest) return 'active'
  const verdict = await checkAt(depth + 1, content, budget)
  if (verdict.ok) return null
  const { refusal } = verdict
  return refusal === 'macro' || refusal === 'bomb' || refusal === 'linked' ? refusal : 'active'
}

/** Markup in UTF-16 is read as well: the zeros between its letters are left out. */
function textOf(content: Buffer): string {
  return content.toString('latin1').replaceAll('\0', '')
}
