import { constants, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { compressFile, isText } from './compress.ts'
import { linksIn } from '../checks/dead-links.ts'
import type { FileFacts } from './manifest.ts'
import { carrying, unreadable, type Leak } from '../checks/leaks.ts'
import { signsOfFile } from '../checks/personal-digests.ts'
import { isReadable, fileTextsIn, type FileTexts } from '../checks/file-texts.ts'

/** A release that is being made. A preview is for staff: nothing in it is looked through or compressed. */
export type ReleaseTarget = { release: string; preview: boolean }

/** A finished file, and what in it must not be published whoever allows it. */
export type ReleaseFile = { file: string; facts: FileFacts; leaks: Leak[] }

/** How much a file is looked into: `program` is the project's own, `joined` says again what others say. */
type Look = 'content' | 'program' | 'joined'

/** The path of a file below `client/`. */
export const within = (file: string) => file.replace(/^client\//, '')

async function look(file: string, bytes: Uint8Array): Promise<{ said: FileTexts; leaks: Leak[] }> {
  const said = await fileTextsIn(file, bytes).catch(() => undefined)
  if (!said) return { said: { texts: [], metadata: [] }, leaks: [unreadable(within(file))] }
  const leaks = said.metadata.length > 0 ? [carrying(within(file), said.metadata)] : []
  return { said, leaks }
}

async function factsOf(
  { release, preview }: ReleaseTarget,
  { file, key }: { file: string; key: string },
  bytes: Uint8Array,
  how: Look,
): Promise<ReleaseFile> {
  const target = join(release, file)
  const isLooked = how === 'content' && !preview
  const { said, leaks } = isLooked
    ? await look(file, bytes)
    : { said: { texts: [] }, leaks: [] as Leak[] }
  const packed =
    preview || !file.startsWith('client/') ? undefined : await compressFile(target, bytes)
  const { size, mtimeMs } = await stat(target)
  const html = extname(file) === '.html' ? Buffer.from(bytes).toString('utf8') : ''
  const facts: FileFacts = {
    ...{ key, size, time: mtimeMs, pictures: {}, made: [] },
    ...(packed && { packed }),
    signs: isLooked ? signsOfFile(within(file), said.texts) : [],
    links: html ? linksIn(html) : [],
  }
  return { file, facts, leaks }
}

/** Writes a file of a release and finds out what the next release must know of it. */
export async function writeReleaseFile(
  output: ReleaseTarget,
  wanted: { file: string; key: string },
  bytes: Uint8Array,
  how: Look = 'content',
): Promise<ReleaseFile> {
  const target = join(output.release, wanted.file)
  await mkdir(dirname(target), { recursive: true })
  // What is there already may be a file of another release: never into it.
  await writeFile(target, bytes, { flag: 'wx' })
  return factsOf(output, wanted, bytes, how)
}

/** Copies a file into a release as `writeReleaseFile` writes one. */
export async function copyReleaseFile(
  output: ReleaseTarget,
  wanted: { file: string; key: string },
  from: string,
): Promise<ReleaseFile> {
  const target = join(output.release, wanted.file)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(from, target, constants.COPYFILE_EXCL)
  // A film says nothing that is read, and may be larger than memory.
  const bytes = isReadable(target) ? await readFile(target) : new Uint8Array()
  return factsOf(output, wanted, bytes, 'content')
}

/** What is known of a file of the program, or of the search index, that was put into a release. */
export async function describeReleaseFile(
  output: ReleaseTarget,
  wanted: { file: string; key: string },
): Promise<ReleaseFile> {
  const target = join(output.release, wanted.file)
  const bytes = isReadable(target) || isText(target) ? await readFile(target) : new Uint8Array()
  return factsOf(output, wanted, bytes, 'program')
}
