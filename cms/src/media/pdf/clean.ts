import { readFile, writeFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { readPdf, type PdfWords } from '@portal/content/privacy/pdf'
import type { Refusal } from '../clean-result.ts'
import { isActive, removeMetadata } from './metadata.ts'

const closed = '这个 PDF 打不开，可能已经损坏或者加了密码：请去掉密码，重新导出再上传'
const active =
  '这个 PDF 里有会自动运行的内容，或者夹带了别的文件：请打开它，“打印”成新的 PDF 再上传'
const odd = '这个 PDF 里的作者、设备等信息去不掉：请打开它，“打印”成新的 PDF 再上传'

/**
 * Writes a PDF anew without author, title, device and earlier versions, where its words can be read:
 * nobody could check the others before they are published.
 */
export async function cleanPdf(from: string, to: string): Promise<undefined | Refusal> {
  const bytes = await readFile(from)
  const given = await readWords(bytes)
  if (!given) return { error: closed }
  let made: Uint8Array
  try {
    const document = await PDFDocument.load(bytes, { password: '', updateMetadata: false })
    if (isActive(document)) return { error: active }
    removeMetadata(document)
    made = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  } catch {
    return { error: odd }
  }
  const kept = await readWords(made)
  if (kept?.pages.join('\f') !== given.pages.join('\f')) return { error: odd }
  await writeFile(to, made)
  return undefined
}

const readWords = (bytes: Uint8Array): Promise<PdfWords | undefined> =>
  readPdf(bytes).catch(() => undefined)
