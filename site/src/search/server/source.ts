import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Source } from '../ask/open-index.ts'
import type { Manifest } from '../index/format.ts'

const inflate = promisify(inflateRaw)

/** The index as it lies in a folder of the release. */
export function sourceIn(folder: string): Source {
  return {
    manifest: async () =>
      JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as Manifest,
    async file(path, range) {
      if (!range) return inflate(await readFile(join(folder, path)))
      const [from, to] = range
      await using file = await open(join(folder, path))
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(to - from),
        position: from,
      })
      if (bytesRead < to - from) throw new Error(`${path} ends before ${to}`)
      // Awaited here: the file must stay open, and a fault belongs to this call.
      return await inflate(buffer)
    },
  }
}
