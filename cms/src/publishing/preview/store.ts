import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** How long a preview can be looked at, in milliseconds. */
const lifetime = 15 * 60_000

const form = /^[0-9a-f]{32}$/

/** A name for a preview that nobody guesses. */
export function newName(): string {
  return randomBytes(16).toString('hex')
}

/** The folder of a preview that may still be looked at; undefined for any other name. */
export async function previewFolder(folder: string, name: string): Promise<string | undefined> {
  if (!form.test(name)) return undefined
  const path = join(folder, name)
  const made = await stat(path).catch(() => undefined)
  return made && Date.now() - made.mtimeMs < lifetime ? path : undefined
}

/** Removes previews that are over, those of an earlier run among them. */
export async function sweepPreviews(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry)
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs >= lifetime) await rm(path, { recursive: true })
  }
}
