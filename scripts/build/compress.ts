import { createHash } from 'node:crypto'
import {
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sweep } from './sweep.ts'

/** Text worth compressing; the rest is packed already. */
const texts = new Set([
  '.css',
  '.csv',
  '.html',
  '.js',
  '.json',
  '.mjs',
  '.svg',
  '.txt',
  '.vtt',
  '.xml',
])
const smallest = 1024
/** How many files are compressed at a time: the threads that Node has for it. */
const concurrency = 4
/** Days that what was compressed is kept for the next release. */
const keptDays = 30

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
/** Level 5 costs a few milliseconds a page and is near the best. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const encodings = [
  { end: '.br', compress: (bytes: Buffer) => toBrotli(bytes, brotliOptions) },
  { end: '.gz', compress: (bytes: Buffer) => toGzip(bytes) },
] as const

/**
 * Puts beside each text of a finished `client/` the same compressed (`.br`, `.gz`), for the server to
 * send as it is. What was the same in a release before is copied from `cache`.
 */
export async function compressTexts(client: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && texts.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
  await Readable.from(files).forEach((file: string) => compressFile(file, cache), { concurrency })
  await sweep(cache, '', keptDays)
}

async function compressFile(file: string, cache: string): Promise<void> {
  if ((await stat(file)).size < smallest) return
  const bytes = await readFile(file)
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  for (const { end, compress } of encodings) {
    const kept = join(cache, digest + end)
    const now = new Date()
    const known = await utimes(kept, now, now).then(
      () => true,
      () => false,
    )
    if (known) await copyFile(kept, file + end)
    else {
      const compressed = await compress(bytes)
      await writeFile(file + end, compressed)
      // Whole or not at all: a build may be killed, and another may be writing the same.
      const unfinished = `${kept}.${process.pid}`
      await writeFile(unfinished, compressed)
      await rename(unfinished, kept)
    }
  }
}
