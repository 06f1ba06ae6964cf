import { createSecretKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { keyLines } from '@portal/content/schema/operation/key-lines'
import { createSealFile, createSeal } from '../../petition/seal.ts'
import type { SealFile, Seal } from '../../petition/seal.ts'
import { StartError } from './start-error.ts'

/** What the portal needs to know of keys; `mailboxToken` is the word by which the CMS is known. */
type Keys = { seal: Seal; sealFile: SealFile; pepper: KeyObject; mailboxToken: string }

/** Reads the keys under the data folder. @throws StartError when one is missing or unusable */
export async function readKeys(dataDir: string): Promise<Keys> {
  const { recipients, pepper: pepperFile, mailboxToken } = dataLayout(dataDir)
  const token = (await readKey(mailboxToken, '信箱口令')).trim()
  if (token.length < 16)
    throw new StartError(`信箱口令 ${mailboxToken} 太短或是空的。请删除它，再运行 npm start。`)
  const encoded = (await readKey(pepperFile, '查询码校验密钥')).trim()
  const pepper = createSecretKey(encoded, 'base64url')
  if ((pepper.symmetricKeySize ?? 0) < 32)
    throw new StartError(
      `查询码校验密钥 ${pepperFile} 不完整。请从备份恢复；没有备份，删除它再运行 npm start，只有还没被收取的信访事项暂时查不到进度。`,
    )
  const text = await readKey(recipients, '封存公钥')
  try {
    const parsed = keyLines(text)
    const [seal, sealFile] = [createSeal(parsed), createSealFile(parsed)]
    return { seal, sealFile, pepper, mailboxToken: token }
  } catch (cause) {
    throw new StartError(
      `封存公钥 ${recipients} 里没有可用的 age 公钥。请改正，每行一个 age1 开头的公钥。`,
      { cause },
    )
  }
}

async function readKey(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new StartError(
      `找不到${name} ${file}。请先运行 npm start，它会生成密钥；门户在另一台机器上的，请从内网那台的 keys 文件夹复制过来，各台门户机器用同一份。`,
      { cause },
    )
  }
}
