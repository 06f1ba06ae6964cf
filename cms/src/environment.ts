import { readFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { dataLayout, readEnvironment } from '@portal/content/schema/environment'
import { z } from 'zod'

/** The CMS's settings; the only place of the CMS that reads the process environment. */
export const environment = readEnvironment(process.env)

/** Where this installation keeps its files. */
export const layout = dataLayout(environment.dataDir)

/** The State Council's yearly tables of days off; they come with the program, not with the content. */
export const workdaysFile = join(environment.root, 'content', 'workdays.json')

/** The folders where programs of this machine are; a relative one could be anybody's. */
export const programFolders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)

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

/** The environment for a program that the CMS starts, with some settings changed. */
export function childEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings }
}
