import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../machine/installation.ts'

export type SiteRelease = { folder: string; remove(): void }

/**
 * A release of the real site, built from the bundled content. A build takes half a minute, so
 * whoever runs tests again and again names a finished release in TEST_RELEASE.
 */
export async function buildSite(): Promise<SiteRelease> {
  const given = process.env.TEST_RELEASE
  if (given) return { folder: given, remove: () => {} }
  const work = mkdtempSync(join(tmpdir(), 'portal-release-'))
  const folder = join(work, 'release')
  const build = join(root, 'scripts', 'build.ts')
  await promisify(execFile)(process.execPath, [build, '--out', folder], {
    env: { ...process.env, DATA_DIR: join(work, 'data'), CONTENT_DIR: join(root, 'content') },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { folder, remove: () => rmSync(work, { recursive: true, force: true }) }
}
