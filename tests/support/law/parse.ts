import { parseLaw } from '@portal/content/law/parse'
import { readSource } from '@portal/content/law/read'
import type { Article, Regulation } from '@portal/content/schema/entries/regulation'

/** Reads a file's bytes the way the importer does. */
export async function parseBytes(name: string, bytes: Uint8Array) {
  const read = await readSource(name, bytes)
  return read.ok ? parseLaw(read.source) : read
}

/** Reads Markdown that must be right. */
export async function parseRight(...lines: string[]): Promise<Regulation> {
  const parsed = await parseBytes('law.md', Buffer.from(lines.join('\n')))
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.error}`)
  return parsed.regulation
}

/** Reads Markdown that must be refused. */
export async function parseWrong(
  ...lines: string[]
): Promise<{ error: string; line: number | null }> {
  const parsed = await parseBytes('law.md', Buffer.from(lines.join('\n')))
  if (parsed.ok) throw new Error('was read, and should have been refused')
  return { error: parsed.error, line: parsed.line }
}

export function articlesOf(entry: Regulation): Article[] {
  return entry.divisions.flatMap((division) => division.articles)
}
