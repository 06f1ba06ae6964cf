import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { parseDeskKeys } from '@portal/content/schema/operation/desk-key'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import { exists } from '../exists.ts'
import { KeysError, readOfficeKeys, type Layout } from './office-keys.ts'

async function place(path: string, content: string | Uint8Array): Promise<void> {
  const next = `${path}.new`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(next, content, { mode: 0o600, flush: true })
  await rename(next, path)
}

function isKey(line: string): boolean {
  try {
    return parseDeskKeys(line).length === 1
  } catch {
    return false
  }
}

/** The text of the desk's keys. @throws KeysError where they are missing or none */
export async function readDeskKey({ deskKey }: Layout): Promise<string> {
  try {
    const text = await readFile(deskKey, 'utf8')
    parseDeskKeys(text)
    return text
  } catch (cause) {
    throw new KeysError(
      `办件密钥 ${deskKey} 缺失或损坏，办件打不开：请从密钥备份恢复，或者插上离线恢复密钥，运行 npm run keys -- restore 文件`,
      { cause },
    )
  }
}

/**
 * Lays a copy of the desk's keys beside the desk's database, which only the offline recovery keys
 * open: so a backup of the data and the recovery key together bring the cases back.
 * @returns false where there is no recovery key
 * @throws KeysError where a key is missing
 */
export async function sealDeskKey(layout: Layout): Promise<boolean> {
  const { recovery } = await readOfficeKeys(layout)
  if (recovery.length === 0) return false
  const encrypter = new Encrypter()
  for (const recipient of recovery) encrypter.addRecipient(recipient)
  await place(layout.sealedDeskKey, await encrypter.encrypt(await readDeskKey(layout)))
  return true
}

/** Puts a new key before the others: what is written from the next start on is sealed under it. */
export async function renewDeskKey(layout: Layout, day: string): Promise<void> {
  const former = await readDeskKey(layout)
  const key = randomBytes(32).toString('base64url')
  await place(
    layout.deskKey,
    `# 现用，${day} 更换\n${key}\n# 以前的，只用来打开更换之前的内容\n${former}`,
  )
}

/**
 * Brings the desk's keys back with an offline recovery key. A key that is there stays, behind them.
 * @param file the recovery key's identity file
 * @returns what to tell the operator
 * @throws KeysError where the copy or the recovery key is missing, or they do not fit
 */
export async function restoreDeskKey(layout: Layout, file: string): Promise<string> {
  const sealed = await readFile(layout.sealedDeskKey).catch((cause: unknown) => {
    throw new KeysError(`没有 ${layout.sealedDeskKey}：请先从数据备份恢复数据文件夹。`, { cause })
  })
  const identities = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new KeysError(`读不到 ${file}：请检查路径，U 盘是否插好。`, { cause })
  })
  const decrypter = new Decrypter()
  let text: string
  try {
    for (const identity of keyLines(identities)) decrypter.addIdentity(identity)
    text = await decrypter.decrypt(sealed, 'text')
  } catch (cause) {
    throw new KeysError(`${file} 打不开 ${layout.sealedDeskKey}：请换建立这份备份时的恢复密钥。`, {
      cause,
    })
  }
  const there = (await exists(layout.deskKey)) ? await readFile(layout.deskKey, 'utf8') : ''
  const others = there.split('\n').filter((line) => isKey(line) && !text.includes(line))
  await place(layout.deskKey, [text.trimEnd(), ...others, ''].join('\n'))
  return `办件密钥已恢复到 ${layout.deskKey}。请重新启动，并马上备份 keys 文件夹。`
}
