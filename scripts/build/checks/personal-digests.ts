import { basename } from 'node:path'
import { findPersonal, signOf } from '@portal/content/privacy/find'
import type { PersonalKind } from '@portal/content/privacy/kinds'
import { digestOf } from '@portal/content/schema/release/privacy-allowed'

/** Something that looks personal: what kind of thing, and its digest, never the thing itself. */
export type Sign = { kind: PersonalKind; digest: string }

/** Every sign in some texts, each once. */
export function signsIn(texts: readonly string[]): Sign[] {
  const found = new Map<string, Sign>()
  for (const text of texts) {
    for (const hit of findPersonal(text)) {
      const sign = { kind: hit.kind, digest: digestOf(signOf(text, hit)) }
      found.set(`${sign.kind} ${sign.digest}`, sign)
    }
  }
  return [...found.values()]
}

/** Every sign in a file, its name among it. */
export function signsOfFile(name: string, texts: readonly string[]): Sign[] {
  return signsIn([basename(name), ...texts])
}
