import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How long a preview can be looked at, in milliseconds. */
const lifetime = 15 * 60_000

const form = /^[0-9a-f]{32}$/

/** A name for a preview that nobody guesses. */
export function newName(): string {
  return randomBytes(16).toString('hex')
}

/** A preview that may be looked at: its folder, and the type of the draft that it shows. */
export type Preview = { folder: string; uid: string }

/** Lets a preview be looked at from now on, by who may read drafts of a type. */
export async function openPreview({ folder, uid }: Preview): Promise<void> {
  await writeFile(join(folder, 'uid'), uid)
  await utimes(folder, new Date(), new Date())
}

/** The preview of a name that may still be looked at; undefined for any other name. */
export async function findPreview(folder: string, name: string): Promise<Preview | undefined> {
  if (!form.test(name)) return undefined
  const path = join(folder, name)
  const made = await stat(path).catch(() => undefined)
  if (!made || Date.now() - made.mtimeMs >= lifetime) return undefined
  const uid = await readFile(join(path, 'uid'), 'utf8').catch(() => undefined)
  return uid === undefined ? undefined : { folder: path, uid }
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
