import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { layout } from '../../environment.ts'

/** By its headers, the object itself: all that Strapi's reader of forms knows of the request that it reads. */
const folders = new WeakMap<IncomingHttpHeaders, string>()

/** Removes what requests left behind that a stop of the machine cut off. */
export async function emptyIncoming(): Promise<void> {
  await rm(layout.cmsIncoming, { recursive: true, force: true })
  await mkdir(layout.cmsIncoming, { recursive: true, mode: 0o700 })
}

/** Makes a folder, closed to other accounts of the machine, for the files of a request while `use` runs. */
export async function withFolder(
  headers: IncomingHttpHeaders,
  use: () => Promise<unknown>,
): Promise<void> {
  const name = randomUUID()
  const folder = join(layout.cmsIncoming, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  folders.set(headers, name)
  try {
    await use()
  } finally {
    folders.delete(headers)
    // A file that is being opened as the connection breaks may come while the folder is emptied.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The name, below `layout.cmsIncoming`, of a file that comes in: what Strapi's reader of forms asks for each. */
export function incomingName(
  _name: string,
  _extension: string,
  _part: unknown,
  form: { headers: IncomingHttpHeaders },
): string {
  const folder = folders.get(form.headers)
  if (folder === undefined) throw new Error('no folder was made for the files of this request')
  return join(folder, randomUUID())
}
