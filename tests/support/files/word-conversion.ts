import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { convertWord } from '../../../cms/src/writing/word/convert.ts'
import { packDocx, type RawWord } from '../law/docx.ts'
import { p } from '../law/xml.ts'

/** A folder for what is converted, which lasts as long as the file's tests. */
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'word-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Converts a document as the desk does. */
export const convert = (bytes: Buffer) => convertWord(bytes, folder)

export const title = '关于供水的说明'
export const closing = '以上情况已说明。'

/** What comes of a document between its title and its last paragraph. */
export async function taken(raw: RawWord | string): Promise<{ text: string; notes: string }> {
  const { body, ...rest } = typeof raw === 'string' ? { body: raw } : raw
  const bytes = packDocx({ body: p(title) + body + p(closing), ...rest })
  const converted = await convert(bytes)
  if (!converted.ok) return assert.fail(converted.error)
  assert.equal(converted.title, title)
  assert.ok(converted.markdown.endsWith(closing), converted.markdown)
  const text = converted.markdown.slice(0, -closing.length).trim()
  return { text, notes: converted.notes.join('\n') }
}

/** Asserts what comes of a document, and what staff are told. */
export async function keeps(
  raw: RawWord | string,
  text: string,
  notes: RegExp | '' = '',
): Promise<void> {
  const found = await taken(raw)
  assert.equal(found.text, text)
  if (notes) assert.match(found.notes, notes)
  else assert.equal(found.notes, '')
}
