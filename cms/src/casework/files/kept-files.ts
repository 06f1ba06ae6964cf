import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { layout } from '../../environment.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { isDescribed, sealedPath } from '../sealed/sealed-file.ts'
import { syncFolder } from './write-whole.ts'

/** Where a sealed file of a case lies: in the first of `folders` that has it; null in none. */
export async function keptPath(
  folders: readonly string[],
  number: string,
  id: string,
): Promise<string | null> {
  for (const folder of folders) {
    const path = sealedPath(folder, number, id)
    const isThere = await stat(path).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}

/** Whether all files of a case are there in one of `folders`, and are what is said of them. */
export async function areKept(
  folders: readonly string[],
  number: string,
  files: readonly Attachment[],
): Promise<boolean> {
  const identities = readKeyFile(layout.identity)
  for (const file of files) {
    const path = await keptPath(folders, number, file.id)
    if (path === null || !(await isDescribed(path, file, identities))) return false
  }
  return true
}

/** Puts files of a form where those of its case are; one that is there already stays. */
export async function moveFiles(
  from: string,
  number: string,
  files: readonly Attachment[],
): Promise<void> {
  for (const { id } of files) {
    const path = sealedPath(layout.attachments, number, id)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(sealedPath(from, number, id), path).catch((fault: unknown) => {
      // Another who sent the same was quicker, or it has been erased: whether it is there is asked apart.
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    })
    await syncFolder(dirname(path))
  }
}
