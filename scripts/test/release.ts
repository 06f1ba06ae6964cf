import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { step } from '../progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds a release of the real site for all tests that show one.
 * @param folder a place for it
 * @returns the release
 * @throws with the build's words where it fails
 */
export async function makeRelease(folder: string): Promise<string> {
  const release = join(folder, 'release')
  const build = join(root, 'scripts', 'build.ts')
  await step('生成测试用的门户网页', () =>
    promisify(execFile)(process.execPath, [build, '--out', release], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: join(folder, 'building'),
        CONTENT_DIR: join(root, 'content'),
      },
      maxBuffer: 64 * 1024 * 1024,
    }),
  )
  return release
}
