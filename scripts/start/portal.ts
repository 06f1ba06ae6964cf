import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { dataLayout } from '@portal/content/schema/operation/data-layout'
import type { Environment } from '@portal/content/schema/operation/environment'
import { codeSources } from '../build/program/compiled-site.ts'
import { exists } from '../exists.ts'
import { step } from '../progress.ts'
import { fingerprint } from '../fingerprint.ts'

const sources = [...codeSources, 'scripts/build', 'scripts/release.ts']

/**
 * How the portal is started so that it stays small. Left alone, its garbage may grow to several
 * hundred megabytes before it is collected; live are some thirty, and four thousand slow connections
 * take sixty more. Each arena of the C library's allocator keeps a dozen megabytes to itself.
 * @param program the portal's first file
 */
export function portalProcess(program: string): { args: string[]; env: NodeJS.ProcessEnv } {
  const memory = ['--max-semi-space-size=4', '--max-old-space-size=112']
  return { args: [...memory, program], env: { MALLOC_ARENA_MAX: '2' } }
}

/** The portal's first file. */
export const portalProgram = (root: string) => join(root, 'site', 'src', 'server', 'main.ts')

/**
 * Makes a release where there is none, or where the portal's own code or address has changed since.
 * It shows what the CMS last published, or the content folder before that.
 * @throws with the build's words where it fails
 */
export async function buildPortal(
  environment: Environment,
  layout: ReturnType<typeof dataLayout>,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const stamp = join(layout.releases, 'fingerprint')
  const { root, siteUrl, basePath } = environment
  const current = [fingerprint(root, sources), siteUrl, basePath].join(' ')
  const built = await readFile(stamp, 'utf8').catch(() => '')
  const released = await exists(layout.currentRelease)
  if (released && built === current) return
  const published = await exists(layout.snapshot)
  await step('生成门户网页', async () => {
    try {
      await promisify(execFile)(process.execPath, [join(root, 'scripts', 'release.ts')], {
        cwd: root,
        env: { ...env, CONTENT_DIR: published ? layout.snapshot : environment.contentDir },
        maxBuffer: 64 * 1024 * 1024,
      })
    } catch (cause) {
      const { stderr = '' } = cause as { stderr?: string }
      throw new Error(`门户网页没有生成：\n${stderr.trim().slice(-3000)}`, { cause })
    }
    await writeFile(stamp, current)
  })
}
