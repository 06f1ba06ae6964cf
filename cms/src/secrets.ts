import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { layout } from './environment.ts'

const secretsShape = z.object({
  appKeys: z.array(z.string().min(16)).min(2),
  adminJwtSecret: z.string().min(16),
  apiTokenSalt: z.string().min(16),
  transferTokenSalt: z.string().min(16),
  encryptionKey: z.string().min(32),
})

/**
 * The CMS's own secrets, made at the first start and kept in the data folder.
 * @throws when they are missing or damaged, with what to do
 */
export function readSecrets(): z.infer<typeof secretsShape> {
  try {
    return secretsShape.parse(JSON.parse(readFileSync(layout.cmsSecrets, 'utf8')))
  } catch (cause) {
    throw new Error(`密钥文件 ${layout.cmsSecrets} 缺失或损坏：请用 npm start 启动，或从备份恢复`, {
      cause,
    })
  }
}
