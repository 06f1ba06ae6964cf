import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { sayFault } from './fault-words.ts'

// Faults are read by staff.
const chinese = { localeError: sayFault }

const fence = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/

/** A fault in an entry, for a person to mend: which field, and what is wrong with it. */
export type Fault = { field: string; problem: string }

export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/** Checks `input` against `schema`; faults name the field by its dotted path. */
export function check<S extends z.ZodType>(schema: S, input: unknown): Parsed<z.infer<S>> {
  // Each time: the setting is shared by every copy of the library in the process, and one that is
  // loaded later sets its own language.
  z.config(chinese)
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  return {
    ok: false,
    faults: result.error.issues.map((issue) => ({
      field: issue.path.join('.') || '(entry)',
      problem: issue.message,
    })),
  }
}

/** The Markdown of a document's text, which `parseDocument` gives with its facts. */
export function bodyOf(text: string): string {
  return (fence.exec(text)?.[2] ?? '').trim()
}

/** Reads a document: YAML front matter between `---` lines, then Markdown. */
export function parseDocument<S extends z.ZodType>(
  schema: S,
  text: string,
): Parsed<{ data: z.infer<S>; body: string }> {
  const match = fence.exec(text)
  if (!match)
    return { ok: false, faults: [{ field: '(entry)', problem: '开头缺少以 --- 围起来的说明部分' }] }
  let facts: unknown
  try {
    facts = parse(match[1] ?? '')
  } catch (error) {
    return { ok: false, faults: [{ field: '(front matter)', problem: String(error) }] }
  }
  const checked = check(schema, facts)
  if (!checked.ok) return checked
  return { ok: true, value: { data: checked.value, body: (match[2] ?? '').trim() } }
}

/** Writes a document so that `parseDocument` reads it back unchanged. */
export function formatDocument(data: object, body: string): string {
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body.trim()}\n`
}
