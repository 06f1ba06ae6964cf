import { readFileSync } from 'node:fs'
import { keyLines } from '@portal/content/schema/operation/key-lines'

/** The keys in a key file. */
export function readKeyFile(path: string): string[] {
  return keyLines(readFileSync(path, 'utf8'))
}
