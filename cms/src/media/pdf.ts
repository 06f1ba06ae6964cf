import { copyFile, readFile } from 'node:fs/promises'
import { readPdf } from '@portal/content/privacy/pdf'
import type { Refusal } from './cleaned.ts'

/** Stores a PDF as it is, where its words can be read: nobody could check the others before they are published. */
export async function cleanPdf(from: string, to: string): Promise<undefined | Refusal> {
  try {
    await readPdf(await readFile(from))
  } catch {
    return { error: '这个 PDF 打不开，可能已经损坏或者加了密码：请去掉密码，重新导出再上传' }
  }
  await copyFile(from, to)
  return undefined
}
