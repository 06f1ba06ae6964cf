import { createWriteStream } from 'node:fs'
import { mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Encrypter } from 'age-encryption'
import { create } from 'tar'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import type { Environment } from '@portal/content/schema/operation/environment'
import { missingRecovery, readOfficeKeys } from '../keys/office-keys.ts'
import { BackupError } from './backup-error.ts'
import { linkFiles, manifestName, type Manifest } from './contents.ts'
import { copyDatabase } from './copy-database.ts'

/** What of the settings says where everything lies. */
export type Places = Pick<Environment, 'dataDir' | 'cmsDatabaseUrl' | 'mailboxUrl'>

async function recoveryEncrypter(dataDir: string): Promise<Encrypter> {
  const layout = dataLayout(dataDir)
  const without = await missingRecovery(layout)
  if (without) throw new BackupError(without)
  const encrypter = new Encrypter()
  for (const recipient of (await readOfficeKeys(layout)).recovery) encrypter.addRecipient(recipient)
  return encrypter
}

/**
 * Writes everything that cannot be made again into one file, sealed to the offline recovery keys. Desk and portal may
 * run: each database is copied as it stands at one moment, before the files that its rows name.
 * @param file is there whole or not at all
 * @param onProgress is told how far it is, in words
 * @returns how many files went into it
 * @throws BackupError where there is no recovery key, or the file cannot be written
 */
export async function makeBackup(
  { dataDir, cmsDatabaseUrl, mailboxUrl }: Places,
  file: string,
  onProgress: (words: string) => void = () => undefined,
): Promise<number> {
  const encrypter = await recoveryEncrypter(dataDir)
  const target = resolve(file)
  const half = `${target}.half`
  const place = await open(half, 'wx', 0o600).catch((cause: unknown) => {
    throw new BackupError(
      `${half} 写不进去：请检查文件夹是否存在、有没有写权限；上一次没有写完的，先删去。`,
      { cause },
    )
  })
  const work = await mkdtemp(join(dataDir, '.backup-'))
  try {
    const manifest: Manifest = { version: 1, madeAt: new Date().toISOString() }
    await writeFile(join(work, manifestName), JSON.stringify(manifest))
    onProgress('复制数据库')
    for (const url of [cmsDatabaseUrl, mailboxUrl]) await copyDatabase(url, dataDir, work)
    await linkFiles(dataDir, work)
    let files = 0
    const onWriteEntry = (entry: { type?: string }) => {
      if (entry.type !== 'Directory') files += 1
      onProgress(`${files} 个文件`)
    }
    const names = [manifestName, ...(await readdir(work)).filter((name) => name !== manifestName)]
    const archive = create({ cwd: work, portable: true, onWriteEntry }, names)
    const plain = Readable.toWeb(Readable.from(archive)) as ReadableStream<Uint8Array>
    const sealed: globalThis.ReadableStream<Uint8Array> = await encrypter.encrypt(plain)
    await pipeline(
      Readable.fromWeb(sealed as WebStream),
      createWriteStream('', { fd: place.fd, autoClose: false }),
    )
    await place.sync()
    await place.close()
    await rename(half, target)
    return files
  } catch (error) {
    await place.close().catch(() => undefined)
    await rm(half, { force: true })
    throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
