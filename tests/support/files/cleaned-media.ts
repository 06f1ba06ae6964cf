import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import sharp from 'sharp'
import { cleanFile } from '../../../cms/src/media/clean.ts'
import type { Kind } from '../../../cms/src/media/file-kind.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-files-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Hands a file to the media library. */
export async function clean(bytes: Uint8Array | string, instead?: Kind) {
  const path = join(folder, 'given')
  await writeFile(path, bytes)
  return cleanFile(path, folder, { instead })
}

/** Why it is not taken. */
export async function refusal(bytes: Uint8Array | string, instead?: Kind): Promise<string> {
  const result = await clean(bytes, instead)
  return result.ok ? assert.fail('the file was taken') : result.error
}

/** What is told of the picture that it became. */
export async function described(bytes: Uint8Array, instead?: Kind) {
  const result = await clean(bytes, instead)
  assert.ok(result.ok, JSON.stringify(result))
  return sharp(result.path).metadata()
}
