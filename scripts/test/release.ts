import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { step } from '../progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds a release of the real site once for all tests that show one, and names it to them in
 * TEST_RELEASE. One that is named already is used as it is.
 * @throws with the build's words where it fails
 */
export async function withRelease<T>(run: () => Promise<T>): Promise<T> {
  if (process.env.TEST_RELEASE) return run()
  const folder = await mkdtemp(join(tmpdir(), 'test-release-'))
  const release = join(folder, 'release')
  const build = join(root, 'scripts', 'build.ts')
  try {
    await step('生成测试用的门户网页', () =>
      promisify(execFile)(process.execPath, [build, '--out', release], {
        cwd: root,
        env: {
          ...process.env,
          DATA_DIR: join(folder, 'data'),
          CONTENT_DIR: join(root, 'content'),
        },
        maxBuffer: 64 * 1024 * 1024,
      }),
    )
    process.env.TEST_RELEASE = release
    return await run()
  } finally {
    delete process.env.TEST_RELEASE
    await rm(folder, { recursive: true, force: true })
  }
}
