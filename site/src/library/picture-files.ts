import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, utimes } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { threadId } from 'node:worker_threads'
import { lettersOf } from '@portal/content/characters/letters'
import type { Focus } from '@portal/content/schema/entries/media'
import sharp, { type Sharp } from 'sharp'
import { standIns } from '../../stand-ins.ts'
import { cropAround } from './crop.ts'

export type Format = 'avif' | 'webp' | 'jpeg' | 'png'
type Original = { digest: string; width: number; height: number; opaque: boolean }
/** Pixels. With a height, the largest part of that shape is cut out around the focus. */
type Shape = { width: number; height?: number; focus?: Focus }

/** Where made pictures stand in a release; the server lets browsers keep what lies there. */
const folder = '_astro'

/** The pictures of a content folder, and what was made of them. */
export type Pictures = {
  contentDir: string
  cache: string
  originals: Map<string, Promise<Original>>
  files: Map<string, Promise<void>>
}

/** What one page shows: the originals by path, with their digests, and the names of the files made. */
type Seen = { pictures: Record<string, string>; made: Set<string> }

const watched = new AsyncLocalStorage<Pictures & { seen: Seen }>()

/** @param cache where made files are kept for the next release */
export function openPictures(contentDir: string, cache: string): Pictures {
  return { contentDir, cache, originals: new Map(), files: new Map() }
}

/** Does some work that shows pictures, and tells which. */
export async function watchPictures<T>(
  store: Pictures,
  work: () => Promise<T>,
): Promise<{ result: T; pictures: Record<string, string>; made: string[] }> {
  const seen: Seen = { pictures: {}, made: new Set() }
  const result = await watched.run({ ...store, seen }, work)
  return { result, pictures: seen.pictures, made: [...seen.made] }
}

function current(): Pictures & { seen: Seen } {
  const store = watched.getStore()
  if (!store) throw new Error('pictures are shown on static pages only')
  return store
}

const encode: Record<Format, (picture: Sharp) => Sharp> = {
  // The office's server has two cores: a little less compression, a third of the time.
  avif: (picture) => picture.avif({ quality: 50, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 80 }),
  jpeg: (picture) => picture.jpeg({ quality: 80, progressive: true }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
}

/** What is known of a picture by its path; the page that is being made shows it. */
export async function originalOf(path: string): Promise<Original> {
  const { contentDir, originals, seen } = current()
  let found = originals.get(path)
  if (!found) originals.set(path, (found = readOriginal(join(contentDir, path))))
  const read = await found
  seen.pictures[path] = read.digest
  return read
}

async function readOriginal(path: string): Promise<Original> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const { autoOrient, hasAlpha } = await sharp(path).metadata()
  // A turned photograph is seen in another shape than its file has.
  return { ...autoOrient, opaque: !hasAlpha, digest: hash.digest('hex') }
}

/** Sees to the file and tells its address. */
export async function fileOf(path: string, shape: Shape, format: Format): Promise<string> {
  const { digest } = await originalOf(path)
  const { files, seen } = current()
  const key = JSON.stringify([digest, shape, format, sharp.versions.sharp])
  const mark = lettersOf(createHash('sha256').update(key).digest().subarray(0, 12))
  const name = `${basename(path, extname(path))}.${mark}.${format === 'jpeg' ? 'jpg' : format}`
  let ready = files.get(name)
  if (!ready) files.set(name, (ready = make(path, shape, format, name)))
  await ready
  seen.made.add(name)
  return `${standIns.basePath}/${folder}/${name}`
}

/**
 * Makes a picture anew, without what the upload's metadata tells, unless an earlier build has made
 * the same one. Its time of change tells when it was last needed.
 */
async function make(path: string, shape: Shape, format: Format, name: string): Promise<void> {
  const { contentDir, cache } = current()
  const target = join(cache, name)
  const now = new Date()
  const kept = await utimes(target, now, now).then(
    () => true,
    () => false,
  )
  if (kept) return
  const { width, height, focus } = shape
  const animated = !height && format === 'webp'
  const upright = sharp(join(contentDir, path), { animated }).autoOrient()
  const sized =
    height && focus
      ? upright
          .extract(cropAround(await originalOf(path), width / height, focus))
          .resize(width, height, { fit: 'fill' })
      : upright.resize(width)
  await mkdir(cache, { recursive: true })
  const unfinished = `${target}.${process.pid}.${threadId}`
  await encode[format](sized).toFile(unfinished)
  await rename(unfinished, target)
}
