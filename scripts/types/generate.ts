import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { strapiCommand } from '../start/cms.ts'
import { ensureSecrets } from '../start/secrets.ts'
import { currentFingerprint, root, stamp } from './fingerprint.ts'

/**
 * Lets Strapi write the types of the content types anew, and notes of what they were made. Strapi compiles the
 * desk and reads its settings for it: the secrets that these ask for are made in a folder that is gone afterwards.
 * @throws with Strapi's words where it fails
 */
export async function generateTypes(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'types-'))
  try {
    await ensureSecrets(dataLayout(dataDir))
    await promisify(execFile)(process.execPath, [strapiCommand(root), 'ts:generate-types'], {
      cwd: join(root, 'cms'),
      env: { ...process.env, DATA_DIR: dataDir, STRAPI_TELEMETRY_DISABLED: 'true' },
      maxBuffer: 64 * 1024 * 1024,
    })
    await writeFile(stamp, `${currentFingerprint()}\n`)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
