import { readFile } from 'node:fs/promises'
import { identityToRecipient } from 'age-encryption'
import type { dataLayout } from '@portal/content/schema/operation/data-layout'
import { keyLines } from '@portal/content/schema/operation/key-lines'

export type Layout = ReturnType<typeof dataLayout>

/** A sentence for the operator: what is wrong with the keys, and what to do. */
export class KeysError extends Error {
  override name = 'KeysError'
}

/** The office's keys as they lie in the data folder. */
type OfficeKeys = {
  /** The newest first. Older ones only open what was sealed before them. */
  identities: { identity: string; recipient: string }[]
  recipients: string[]
  /** Recipients whose identity is not here: the offline recovery keys. */
  recovery: string[]
}

/** @throws KeysError when a file is missing or holds something that is not a key */
export async function readOfficeKeys({ identity, recipients }: Layout): Promise<OfficeKeys> {
  const identities = await Promise.all(
    keyLines(await readText(identity, '解密密钥')).map(async (text) => ({
      identity: text,
      recipient: await identityToRecipient(text).catch((cause: unknown) => {
        throw new KeysError(`解密密钥 ${identity} 里有一行不是密钥：请从备份恢复。`, { cause })
      }),
    })),
  )
  if (identities.length === 0) throw new KeysError(`解密密钥 ${identity} 是空的：请从备份恢复。`)
  const listed = keyLines(await readText(recipients, '封存公钥'))
  const own = new Set(identities.map(({ recipient }) => recipient))
  return { identities, recipients: listed, recovery: listed.filter((entry) => !own.has(entry)) }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new KeysError(`读不到${name} ${path}：第一次使用请先运行 npm start，否则请从备份恢复。`, {
      cause,
    })
  }
}

/** What to say where petitions are sealed to no recovery key; `null` where they are. */
export async function missingRecovery(layout: Layout): Promise<string | null> {
  const { recovery } = await readOfficeKeys(layout)
  return recovery.length > 0
    ? null
    : '还没有离线恢复密钥。解密密钥一旦丢失，没有收取的信访事项就打不开。请插上 U 盘，运行 npm run keys -- recovery /U盘上的/文件名.txt'
}
