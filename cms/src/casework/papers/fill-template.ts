import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { openWord } from '@portal/content/word/package'
import { largestTemplate } from '../../contracts/papers/papers.ts'
import {
  templateNames,
  wordsAllowed,
  wordsNeeded,
  type TemplateKind,
} from '../../contracts/figures/report-papers.ts'

type Opened = { ok: true; template: Docxtemplater } | { ok: false; reason: string }

/** What is unknown stays as it is typed: 〔2026〕 is a year. */
const keepUnknown = ({ value, module }: { value?: string; module?: string }) =>
  module ? '' : `〔${value ?? ''}〕`

function open(bytes: Uint8Array): Opened {
  try {
    const template = new Docxtemplater(new PizZip(bytes), {
      delimiters: { start: '〔', end: '〕' },
      linebreaks: true,
      // What a template says is nobody's log's.
      errorLogging: false,
      nullGetter: keepUnknown,
    })
    return { ok: true, template }
  } catch {
    return { ok: false, reason: '模板里的〔〕没有成对，或者写了不能用的记号，请改好再上传。' }
  }
}

/** A text of several lines as one paragraph of a paper: each line indented as the first one is. */
const lines = (text: string) =>
  text
    .split(/\n+/u)
    .filter((one) => one.trim() !== '')
    .join('\n　　')

/** What stands in the place of placeholders: a text, or the rows of a table. */
export type TemplateWords = Readonly<Record<string, string | readonly Record<string, string>[]>>

/**
 * Fills a template: every placeholder that is known becomes what stands for it, with the look that it has there.
 * @throws where the template is no Word file; it was checked when it was uploaded
 */
export function fillTemplate(bytes: Uint8Array, words: TemplateWords): Buffer {
  const opened = open(bytes)
  if (!opened.ok) throw new Error(opened.reason)
  const values = Object.fromEntries(
    Object.entries(words).map(([name, said]) => [
      name,
      typeof said === 'string' ? lines(said) : said,
    ]),
  )
  opened.template.render(values)
  return opened.template.toBuffer() as Buffer
}

/** What is said of a template that is larger than a few pages of text ever are. */
export const tooLarge = '模板超过 1 MB：请去掉里面的图片再上传。'

/** Bytes that a template may unpack to, and placeholders that it may have: each is filled whenever a paper is read. */
const largestUnpacked = 10 * 1024 * 1024
const mostPlaceholders = 500

/** The parts of a Word file whose placeholders are filled. */
const filled = /^(?:word\/(?:document|header\d*|footer\d*)|docProps\/(?:core|app))\.xml$/u

/** What would make Word fetch or run something when the paper is opened. */
const reaching: RegExp[] = [
  /<Relationship\b(?![^>]*\/hyperlink")[^>]*TargetMode="External"/u,
  /\b(?:INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|DATABASE|IMPORT|LINK)\b[^<]*(?:<\/w:instrText>|")/u,
  /<w:altChunk\b/u,
]

function reachesOut(parts: ReadonlyMap<string, Buffer>): boolean {
  return [...parts].some(
    ([path, bytes]) =>
      path.startsWith('word/embeddings/') ||
      (/\.(?:xml|rels)$/u.test(path) && reaching.some((sign) => sign.test(bytes.toString('utf8')))),
  )
}

/**
 * Why a file cannot be the template of a paper, in words for staff; null where it can.
 * @param bytes as it was uploaded
 */
export async function faultOfTemplate(
  paper: TemplateKind,
  bytes: Uint8Array,
): Promise<string | null> {
  if (bytes.length > largestTemplate) return tooLarge
  const read = await openWord(bytes, largestUnpacked)
  if (!read.ok) return `${read.error}。请上传 Word 文件（.docx）。`
  const { parts } = read.word
  if (reachesOut(parts)) {
    return '模板里有连到外面的内容、域或嵌入的对象：请换成普通的文字和图片，再上传。'
  }
  const opened = open(bytes)
  if (!opened.ok) return opened.reason
  const names = [...parts.keys()]
    .filter((path) => filled.test(path))
    .flatMap((path) => [...opened.template.getFullText(path).matchAll(/〔([^〔〕]+)〕/gu)])
    // The ends of a table's rows are called like the table.
    .map(([, name = '']) => name.trim().replace(/^[#/]/u, ''))
  if (names.length > mostPlaceholders) {
    return `模板里的占位词超过 ${mostPlaceholders} 个：请去掉重复的，再上传。`
  }
  const found = new Set(names)
  const missing = wordsNeeded(paper).filter((name) => !found.has(name))
  if (missing.length > 0) {
    return `模板里缺少${missing.map((name) => `〔${name}〕`).join('')}：这是${templateNames[paper].name}必须写明的，请加上再上传。`
  }
  const unknown = [...found].filter(
    (name) => name && /[^\d]/u.test(name) && !wordsAllowed(paper).includes(name),
  )
  return unknown.length > 0
    ? `没有${unknown.map((name) => `〔${name}〕`).join('')}这样的占位词，请对照范本改正。`
    : null
}
