import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { dataLayout } from '@portal/content/schema/operation/data-layout'
import { exists } from '../exists.ts'

type Layout = ReturnType<typeof dataLayout>

const secret = () => randomBytes(32).toString('base64url')

async function writeOnce(path: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // 'wx': a secret that is already there is never written over.
  await writeFile(path, text, { mode, flag: 'wx' })
}

/**
 * Makes the secrets that are missing: the office's age identity with its public recipient, the
 * pepper of pre-collection verifiers, the tokens between the programs, the key that the desk's database is
 * sealed under, the CMS's own keys. Existing ones are
 * left alone.
 * @throws where the recipient is there and the identity is not: what was sealed could never be opened
 */
export async function ensureSecrets(layout: Layout): Promise<void> {
  if (!(await exists(layout.identity))) {
    if (await exists(layout.recipients)) {
      throw new Error(
        `缺少解密密钥 ${layout.identity}。没有它，已收到的信访事项无法打开：请从备份恢复后再启动。`,
      )
    }
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    await writeOnce(layout.identity, `${identity}\n`, 0o600)
    await writeOnce(layout.recipients, `${recipient}\n`, 0o644)
  }
  for (const path of [layout.pepper, layout.mailboxToken, layout.importToken, layout.deskKey]) {
    if (!(await exists(path))) await writeOnce(path, `${secret()}\n`, 0o600)
  }
  if (!(await exists(layout.cmsSecrets))) {
    const secrets = {
      appKeys: [secret(), secret()],
      adminJwtSecret: secret(),
      apiTokenSalt: secret(),
      transferTokenSalt: secret(),
      encryptionKey: secret(),
    }
    await writeOnce(layout.cmsSecrets, `${JSON.stringify(secrets, null, 2)}\n`, 0o600)
  }
}
