import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { layout } from '../../environment.ts'
import type { CheckedFile } from '../files/check-file.ts'
import { areKept, moveFiles } from '../files/kept-files.ts'
import { sealFile } from '../files/seal-file.ts'
import { syncFolder } from '../files/write-whole.ts'
import { sealedPath } from '../sealed/sealed-file.ts'

/** Milliseconds for which scans are kept whose form was not registered. */
const unregisteredTime = 7 * 86_400_000

/** Erases scans whose form nobody has registered. */
async function eraseUnregistered(now: Date): Promise<void> {
  for (const number of await readdir(layout.scans)) {
    const folder = join(layout.scans, number)
    const found = await stat(folder).catch(() => null)
    const isOld = found !== null && now.getTime() - found.mtimeMs > unregisteredTime
    if (isOld) await rm(folder, { recursive: true, force: true })
  }
}

/** Puts away a scan for the case that a form will make. */
export async function keepScan(
  number: string,
  file: Extract<CheckedFile, { ok: true }>,
  now: Date,
): Promise<Attachment> {
  const kept = await sealFile(layout.scans, number, file)
  await eraseUnregistered(now)
  return kept
}

/** Puts scans back to the form that has become no case, from where those of cases are. */
export async function putBackScans(number: string, files: Attachment[]): Promise<void> {
  for (const file of files) {
    const path = sealedPath(layout.scans, number, file.id)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(sealedPath(layout.attachments, number, file.id), path)
    await syncFolder(dirname(path))
  }
  await rmdir(join(layout.attachments, number)).catch((fault: unknown) => {
    // None were there, or something else is.
    if (!['ENOENT', 'ENOTEMPTY'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault
  })
}

/**
 * Puts the scans of a form where those of its case are. The same form may be sent several times at once.
 * @returns false where one is not there any more, or not what it was
 */
export async function moveScans(number: string, files: Attachment[]): Promise<boolean> {
  await moveFiles(layout.scans, number, files)
  if (!(await areKept([layout.attachments], number, files))) return false
  await rm(join(layout.scans, number), { recursive: true, force: true })
  return true
}
