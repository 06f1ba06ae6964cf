import { copyFile, link, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const shelf = (folder: string) => `${folder}.last`

function ignore(...codes: string[]) {
  return (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}

/** Keeps what stands in a file until a release with what takes its place is before citizens. */
async function shelve(folder: string, path: string): Promise<void> {
  const kept = join(shelf(folder), path)
  await mkdir(dirname(kept), { recursive: true })
  // The oldest that was kept is what citizens see.
  await link(join(folder, path), kept).catch(ignore('EEXIST', 'ENOENT'))
}

/** Writes a file of the snapshot. @returns whether it says anything else than before */
export async function replaceFile(folder: string, path: string, text: string): Promise<boolean> {
  const file = join(folder, path)
  if ((await readFile(file, 'utf8').catch(ignore('ENOENT'))) === text) return false
  await mkdir(dirname(file), { recursive: true })
  await shelve(folder, path)
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
  return true
}

/** Exchanges a file of the snapshot for a copy of another, or takes it out where there is none. */
export async function replaceCopy(
  folder: string,
  path: string,
  source: { path: string; atime: Date; mtime: Date } | undefined,
): Promise<void> {
  const file = join(folder, path)
  await shelve(folder, path)
  if (!source) return rm(file, { force: true })
  await copyFile(source.path, `${file}.new`)
  await utimes(`${file}.new`, source.atime, source.mtime)
  await rename(`${file}.new`, file)
}

/** Takes a file out of the snapshot whose entry has another now. */
export async function retireFile(folder: string, path: string): Promise<void> {
  await shelve(folder, path)
  await rm(join(folder, path), { force: true })
}

/** Takes a file out of the snapshot for good. */
export async function dropFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true })
  await rm(join(shelf(folder), path), { force: true })
}

/** Puts back what stood in a file before. @returns false where nothing did */
export async function restoreFile(folder: string, path: string): Promise<boolean> {
  return rename(join(shelf(folder), path), join(folder, path)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      ignore('ENOENT')(error)
      return false
    },
  )
}

/** Forgets what stood there before: a release with the new files is before citizens. */
export async function forgetReplaced(folder: string): Promise<void> {
  await rm(shelf(folder), { recursive: true, force: true })
}
