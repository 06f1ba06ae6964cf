import { readFile } from 'node:fs/promises'
import { dataLayout } from '@portal/content/schema/environment'
import { createSeal, parseRecipients } from '../petition/seal.ts'
import type { Seal } from '../petition/seal.ts'
import { StartError } from './start-error.ts'

/** What the portal needs to know of keys: how to seal, and the word by which the CMS is known. */
export type Keys = { seal: Seal; mailboxToken: string }

/** Reads the keys under the data folder. @throws StartError when one is missing or unusable */
export async function readKeys(dataDir: string): Promise<Keys> {
  const { recipients, mailboxToken } = dataLayout(dataDir)
  const token = (await readKey(mailboxToken, '信箱口令')).trim()
  if (token.length < 16)
    throw new StartError(`信箱口令 ${mailboxToken} 太短或是空的。请删除它，再运行 npm start。`)
  const text = await readKey(recipients, '封存公钥')
  try {
    return { seal: createSeal(parseRecipients(text)), mailboxToken: token }
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
    throw new StartError(`找不到${name} ${file}。请先运行 npm start，它会生成密钥。`, { cause })
  }
}
