import { readFileSync } from 'node:fs'

/** The keys in a key file: one a line, `#` starts a comment. */
export function readKeyFile(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
