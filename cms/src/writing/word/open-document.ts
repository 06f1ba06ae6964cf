import { openWord, type WordFile } from '@portal/content/word/package'

/** Staff write articles, not books; a larger file is a scan or a wrong one. */
const largestFile = 30 * 1024 * 1024

/**
 * Opens a .docx of staff.
 * @returns its parts, or why it is not read, as a sentence for staff
 */
export async function openDocument(
  bytes: Uint8Array,
): Promise<{ ok: true; word: WordFile } | { ok: false; error: string }> {
  if (bytes.length > largestFile) {
    return { ok: false, error: '文件超过 30 MB：请把里面的图片压缩后再导入。' }
  }
  const opened = await openWord(bytes)
  return opened.ok ? opened : { ok: false, error: `${opened.error}。` }
}
