import { readFile, writeFile } from 'node:fs/promises'
import { fromSubrip, readWebvtt, withoutNotes } from '@portal/content/entry/webvtt'
import { decodeCaptions } from './caption-encoding.ts'
import type { Refusal } from './clean-result.ts'

/** Stores captions as WebVTT in UTF-8, whatever form and encoding they came in, where they can be read. */
export async function cleanCaptions(
  from: string,
  to: string,
  kind: 'webvtt' | 'subrip',
): Promise<undefined | Refusal> {
  const decoded = decodeCaptions(await readFile(from))
  if (decoded === undefined) {
    return { error: '字幕文件的编码认不出：请在字幕软件里另存为 UTF-8 再上传' }
  }
  const text = kind === 'subrip' ? fromSubrip(decoded) : decoded
  const read = readWebvtt(text)
  if (!read.ok) {
    // The form of the source has one line less above the first caption.
    const line = kind === 'subrip' ? Math.max(1, read.line - 2) : read.line
    return { error: `字幕文件第 ${line} 行：${read.problem}。请在字幕软件里改好再上传` }
  }
  await writeFile(to, withoutNotes(text))
  return undefined
}
