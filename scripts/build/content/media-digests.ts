import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'

type Known = {
  /** By path: bytes, time of change, number of the file, and the digest that it had then. */
  files: Record<string, [size: number, time: number, inode: number, digest: string]>
  /** Digests of pictures that open. */
  pictures: string[]
}

/** The files of a content folder, which are read again only where they have changed. */
export type Media = {
  /** The digest of a file; nothing where there is none. */
  digestOf: (path: string) => Promise<string | undefined>
  /** Whether a file is a picture that opens. */
  opens: (path: string) => Promise<boolean>
  /** Keeps what was found out, for the next build. */
  save: () => Promise<void>
}

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** @param cache where what is known of them is kept */
export async function openMedia(folder: string, cache: string): Promise<Media> {
  const file = join(cache, 'media.json')
  const text = await readFile(file, 'utf8').catch(() => '{"files":{},"pictures":[]}')
  const before = JSON.parse(text) as Known
  const now: Known['files'] = {}
  const opening = new Set(before.pictures)
  const found = new Map<string, Promise<string | undefined>>()

  const read = async (path: string) => {
    const full = join(folder, path)
    const stats = await stat(full).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    const { size, mtimeMs, ino } = stats
    const known = before.files[full]
    const isKnown = known && known[0] === size && known[1] === mtimeMs && known[2] === ino
    const digest = isKnown ? known[3] : await digestFile(full)
    now[full] = [size, mtimeMs, ino, digest]
    return digest
  }
  const digestOf = (path: string) => {
    let digest = found.get(path)
    if (!digest) found.set(path, (digest = read(path)))
    return digest
  }
  return {
    digestOf,
    async opens(path) {
      const digest = await digestOf(path)
      if (digest === undefined) return false
      if (opening.has(digest)) return true
      const isPicture = await sharp(join(folder, path))
        .metadata()
        .then(
          () => true,
          () => false,
        )
      if (isPicture) opening.add(digest)
      return isPicture
    },
    async save() {
      const text = JSON.stringify({ files: now, pictures: [...opening] } satisfies Known)
      const unfinished = `${file}.${process.pid}`
      await mkdir(dirname(file), { recursive: true })
      await writeFile(unfinished, text)
      await rename(unfinished, file)
    },
  }
}
