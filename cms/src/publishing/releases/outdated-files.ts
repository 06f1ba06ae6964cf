import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { references, type Content } from '../editions/content.ts'
import { textsInFile, type FieldText } from '../../privacy/entry-texts.ts'
import { filesIn } from '../../writing/markdown/pictures.ts'

/** Where the files of an earlier release lie, when it was made (milliseconds), and the library's folder. */
export type Shelves = { media: string; made: number; library: string }

/** Every text in what an edition said, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** The names under which the media library keeps what an edition shows or hands out. */
export function filesOf(content: Content): Set<string> {
  const fields = references(content).flatMap((one) => ('url' in one ? [basename(one.url)] : []))
  return new Set([...fields, ...stringsIn(content).flatMap(filesIn)])
}

const readIf = (path: string) => readFile(path).catch(() => undefined)

/**
 * Whether a file that an earlier release shows was deleted or exchanged since. Of pictures the release has
 * only what was made of them: there the time counts at which the library's was written.
 */
export async function isExchanged(name: string, { media, made, library }: Shelves) {
  const kept = join(library, basename(name))
  const now = await stat(kept).catch(() => undefined)
  if (!now) return true
  const shown = await readIf(join(media, basename(name)))
  return shown ? !shown.equals(await readFile(kept)) : now.mtimeMs > made
}

/** What the files of an earlier release say, as it hands them out. */
export async function textsOfFiles(names: Iterable<string>, media: string): Promise<FieldText[]> {
  const texts = await Promise.all([...names].map((name) => textsInFile(basename(name), media)))
  return texts.flat().map(({ text }) => ({ field: '', label: '', text }))
}
