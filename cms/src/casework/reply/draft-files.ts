import { readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { Core } from '@strapi/strapi'
import { contentType } from '../../contracts/content-types.ts'
import { layout } from '../../environment.ts'
import { tableOf } from '../../strapi/tables.ts'
import type { CheckedFile } from '../files/check-file.ts'
import { areKept, moveFiles } from '../files/kept-files.ts'
import { sealFile } from '../files/seal-file.ts'
import { replyFields } from './draft.ts'

/** Milliseconds for which a file is kept that no draft names: longer than a page stays open without a server. */
const unnamedTime = 14 * 86_400_000

/** The files that drafts of a case name. */
async function namedIn(strapi: Core.Strapi, number: string): Promise<Set<string>> {
  const rows = await tableOf(strapi, contentType.caseDraft).findMany({
    where: { number },
    select: ['written'],
  })
  return new Set(
    rows
      .flatMap(({ written }) => replyFields.safeParse(written).data?.files ?? [])
      .map(({ id }) => id),
  )
}

/** Erases files that were added to a reply and taken off it again, or whose reply was given up. */
async function eraseUnnamed(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const number of await readdir(layout.replyDrafts).catch(() => [])) {
    const folder = join(layout.replyDrafts, number)
    const names = await readdir(folder)
    const old: string[] = []
    for (const name of names) {
      const found = await stat(join(folder, name)).catch(() => null)
      if (found && now.getTime() - found.mtimeMs > unnamedTime) old.push(name)
    }
    if (old.length > 0) {
      const named = await namedIn(strapi, number)
      for (const name of old.filter((one) => !named.has(one.replace(/\.age$/, '')))) {
        await rm(join(folder, name), { force: true })
      }
    }
    // Fails where something is in it.
    await rmdir(folder).catch(() => undefined)
  }
}

/** Puts away a file of a reply that is not sent yet, sealed; the draft says that it belongs to it. */
export async function keepDraftFile(
  strapi: Core.Strapi,
  number: string,
  file: Extract<CheckedFile, { ok: true }>,
  now: Date,
): Promise<Attachment> {
  await eraseUnnamed(strapi, now)
  return sealFile(layout.replyDrafts, number, file)
}

/** Where a file of a reply may lie: before it is sent, and after. */
export const replyFolders = [layout.replyDrafts, layout.attachments]

/** Whether all files of a reply are there and what is said of them. */
export async function areReplyFilesKept(number: string, files: readonly Attachment[]) {
  return areKept(replyFolders, number, files)
}

/** Puts the files of a reply that goes out where those of its case are. */
export async function moveReplyFiles(number: string, files: readonly Attachment[]): Promise<void> {
  await moveFiles(layout.replyDrafts, number, files)
}
