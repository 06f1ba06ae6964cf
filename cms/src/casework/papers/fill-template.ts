import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { openWord } from '@portal/content/word/package'
import { largestTemplate, paperKinds, paperWords, type PaperKind } from '../../contracts/papers.ts'
import type { PaperWords } from './paper-words.ts'

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

/**
 * Fills a template: every placeholder that is known becomes what stands for it, with the look that it has there.
 * @throws where the template is no Word file; it was checked when it was uploaded
 */
export function fillTemplate(bytes: Uint8Array, words: PaperWords): Buffer {
  const opened = open(bytes)
  if (!opened.ok) throw new Error(opened.reason)
  const values = Object.fromEntries(
    Object.entries(words).map(([name, text]) => [name, lines(text)]),
  )
  opened.template.render(values)
  return opened.template.toBuffer() as Buffer
}

/**
 * Why a file cannot be the template of a paper, in words for staff; null where it can.
 * @param bytes as it was uploaded
 */
export async function faultOfTemplate(paper: PaperKind, bytes: Uint8Array): Promise<string | null> {
  if (bytes.length > largestTemplate) return '模板超过 1 MB：请去掉里面的图片再上传。'
  const word = await openWord(bytes)
  if (!word.ok) return `${word.error}。请上传 Word 文件（.docx）。`
  const opened = open(bytes)
  if (!opened.ok) return opened.reason
  const found = new Set(
    [...opened.template.getFullText().matchAll(/〔([^〔〕]+)〕/gu)].map(([, name]) => name?.trim()),
  )
  const missing = ['文书编号', ...paperKinds[paper].law, '日期'].filter((name) => !found.has(name))
  if (missing.length > 0) {
    return `模板里缺少${missing.map((name) => `〔${name}〕`).join('')}：这是${paperKinds[paper].name}必须写明的，请加上再上传。`
  }
  const unknown = [...found].filter(
    (name) => name && /[^\d]/u.test(name) && !(paperWords as readonly string[]).includes(name),
  )
  return unknown.length > 0
    ? `没有${unknown.map((name) => `〔${name}〕`).join('')}这样的占位词，请对照范本改正。`
    : null
}
