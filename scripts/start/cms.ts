import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { step } from '../progress.ts'
import { fingerprint } from '../fingerprint.ts'

/** What is compiled into the CMS and its pages; the rest of `content` is read while it runs. */
const sources = [
  'content/attachments',
  'content/calendar',
  'content/characters',
  'content/files',
  'content/schema',
  'content/word',
  'cms/src',
  'cms/config',
  'cms/package.json',
  'cms/tsconfig.json',
  'package-lock.json',
]

/** The Strapi command line, as a file for Node. */
export function strapiCommand(root: string): string {
  return join(root, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js')
}

/** The desk's first file; it is started in `cms/`. */
export const cmsProgram = (root: string) => join(root, 'scripts', 'start', 'strapi.ts')

/**
 * Builds the CMS and its admin pages where they are missing or older than their sources.
 * @throws with the compiler's words where the build fails
 */
export async function buildCms(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  const stamp = join(root, 'cms', 'dist', 'fingerprint')
  const current = fingerprint(root, sources)
  if ((await readFile(stamp, 'utf8').catch(() => '')) === current) return
  await step('构建管理后台，第一次约需一两分钟', async () => {
    try {
      await promisify(execFile)(process.execPath, [strapiCommand(root), 'build'], {
        cwd: join(root, 'cms'),
        env,
        maxBuffer: 64 * 1024 * 1024,
      })
    } catch (cause) {
      const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string }
      throw new Error(`管理后台没有构建成功：\n${`${stdout}${stderr}`.trim().slice(-3000)}`, {
        cause,
      })
    }
    await writeFile(stamp, current)
  })
}
