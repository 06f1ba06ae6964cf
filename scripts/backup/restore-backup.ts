import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Decrypter } from 'age-encryption'
import { extract } from 'tar'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import { BackupError } from './backup-error.ts'
import { manifestName, type Manifest } from './contents.ts'

async function decrypterOf(keyFile: string): Promise<Decrypter> {
  const text = await readFile(keyFile, 'utf8').catch((cause: unknown) => {
    throw new BackupError(`读不到恢复密钥 ${keyFile}：请检查路径，U 盘是否插好。`, { cause })
  })
  const decrypter = new Decrypter()
  try {
    for (const identity of keyLines(text)) decrypter.addIdentity(identity)
  } catch (cause) {
    throw new BackupError(`${keyFile} 不是恢复密钥的文件，请换一个。`, { cause })
  }
  return decrypter
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '{}')
  const manifest = JSON.parse(text) as Partial<Manifest>
  if (manifest.version !== 1 || !manifest.madeAt) {
    throw new BackupError('这个备份不是这一版门户做的，没有恢复。')
  }
  return { version: 1, madeAt: manifest.madeAt }
}

/**
 * Brings a backup back into an empty data folder.
 * @param keyFile the file of an offline recovery key
 * @param onProgress is told how far it is, in words
 * @returns when the backup was made
 * @throws BackupError where the folder is not empty, or the backup does not open or is not whole; the folder is as it
 * was then
 */
export async function restoreBackup(
  dataDir: string,
  file: string,
  keyFile: string,
  onProgress: (words: string) => void = () => undefined,
): Promise<string> {
  const there = await readdir(dataDir).catch(() => [])
  if (there.length > 0) {
    throw new BackupError(
      `数据文件夹 ${dataDir} 里已经有东西，没有动它：请把 DATA_DIR 设到一个空文件夹，或者先把它改名。`,
    )
  }
  const decrypter = await decrypterOf(keyFile)
  const parent = dirname(resolve(dataDir))
  await mkdir(parent, { recursive: true })
  const work = await mkdtemp(join(parent, '.restore-'))
  try {
    let files = 0
    const take = extract({
      cwd: work,
      strict: true,
      onReadEntry: () => onProgress(`${(files += 1)} 个文件`),
    })
    const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
    try {
      const plain: globalThis.ReadableStream<Uint8Array> = await decrypter.decrypt(sealed)
      await pipeline(Readable.fromWeb(plain as WebStream), take)
    } catch (cause) {
      throw new BackupError(
        `${file} 打不开：文件不是备份、没有写完、被改动过，或者恢复密钥不是它的。没有恢复。`,
        { cause },
      )
    }
    const { madeAt } = await readManifest(work)
    await rm(join(work, manifestName))
    await rmdir(dataDir).catch(() => undefined)
    await rename(work, dataDir)
    return madeAt
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
