import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from '../fingerprint.ts'

/** The folder of the three workspaces. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Keeps of what Strapi's types were made; committed beside them. */
export const stamp = join(root, 'cms', 'types', 'generated', 'fingerprint')

/** What Strapi's types are made of: the content types, and the program that reads them. */
const sources = [
  'cms/src/api',
  'cms/src/components',
  'cms/src/strapi/custom-fields.ts',
  'node_modules/@strapi/strapi/package.json',
]

/** The fingerprint of what the types would be made of now. */
export function currentFingerprint(): string {
  return fingerprint(root, sources)
}

/** Whether the types in the repository are those of its content types. Compiles nothing. */
export async function areCurrent(): Promise<boolean> {
  const made = await readFile(stamp, 'utf8').catch(() => '')
  return made.trim() === currentFingerprint()
}
