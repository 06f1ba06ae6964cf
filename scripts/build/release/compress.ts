import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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
/** A table of all years may be larger; its years are there compressed. */
const largest = 16 * 1024 * 1024

/** Whether a file is of a kind that is compressed. */
export const isText = (file: string) => texts.has(extname(file).toLowerCase())

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
/** Level 5 costs a few milliseconds a page and is near the best. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/**
 * Puts beside a finished text the same compressed (`.br`, `.gz`), for the server to send as it is.
 * @returns their bytes; nothing where the file is no text, or too small or too large for it
 */
export async function compressFile(
  file: string,
  bytes: Uint8Array,
): Promise<{ br: number; gz: number } | undefined> {
  if (!isText(file)) return undefined
  if (bytes.length < smallest || bytes.length > largest) return undefined
  const [br, gz] = await Promise.all([toBrotli(bytes, brotliOptions), toGzip(bytes)])
  await Promise.all([
    writeFile(`${file}.br`, br, { flag: 'wx' }),
    writeFile(`${file}.gz`, gz, { flag: 'wx' }),
  ])
  return { br: br.length, gz: gz.length }
}
