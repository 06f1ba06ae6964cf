import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FieldText } from './entry-texts.ts'
import type { UnreadFile } from '../contracts/publications/editions.ts'

/** The files among the texts of an entry that a person must look at, each once. */
export async function unreadIn(
  texts: readonly FieldText[],
  publicDir: string,
): Promise<UnreadFile[]> {
  const found = new Map<string, UnreadFile>()
  for (const { label, file, wordless } of texts) {
    if (!file || !wordless) continue
    const bytes = await readFile(join(publicDir, 'uploads', file)).catch(() => undefined)
    if (!bytes) continue
    const digest = createHash('sha256').update(bytes).digest('hex')
    found.set(digest, { digest, name: file, label, pages: wordless, url: `/uploads/${file}` })
  }
  return [...found.values()]
}

/** The files in words: `门前.jpg、通知.pdf（第 1、2 页）`. */
export function namesOf(files: readonly Pick<UnreadFile, 'name' | 'pages'>[]): string {
  return files
    .map(({ name, pages }) => (pages.length > 0 ? `${name}（第 ${pages.join('、')} 页）` : name))
    .join('、')
}
