import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import {
  documents,
  lists,
  records,
  single,
  type Document,
  type DocumentKind,
} from '../schema/entries/collections.ts'
import { allowedSign, type AllowedSign } from '../schema/release/privacy-allowed.ts'
import type { Department } from '../schema/entries/department.ts'
import type { FixedPage } from '../schema/entries/fixed-page.ts'
import type { PublicFigures } from '../schema/entries/public-figures.ts'
import type { Reception } from '../schema/entries/reception.ts'
import type { Region } from '../schema/entries/region.ts'
import { redirect, type Redirect } from '../schema/release/redirect.ts'
import type { Regulation } from '../schema/entries/regulation.ts'
import type { Settings } from '../schema/entries/settings.ts'
import type { Synonym } from '../schema/entries/synonym.ts'
import type { Topic } from '../schema/entries/topic.ts'
import { withdrawn, type Withdrawn } from '../schema/release/withdrawn.ts'
import { bodyOf, check, parseDocument, type Fault, type Parsed } from './document.ts'

/** Everything that the portal publishes, checked. */
export type Library = {
  settings: Settings
  topics: Topic[]
  regions: Region[]
  departments: Department[]
  reception: Reception[]
  synonyms: Synonym[]
  pages: FixedPage[]
  /** What the bureau has published of its months; none where it has not. */
  figures: PublicFigures[]
  regulations: Regulation[]
  essays: Document<'essays'>[]
  videos: Document<'videos'>[]
  notices: Document<'notices'>[]
  guides: Document<'guides'>[]
  campaigns: Document<'campaigns'>[]
  redirects: Redirect[]
  withdrawn: Withdrawn[]
  /** What looks personal and may stand where an entry is shown. */
  privacyAllowed: AllowedSign[]
}

/** A content folder that cannot be published, and every reason at once. */
export class ContentError extends Error {
  readonly faults: (Fault & { file: string })[]
  constructor(faults: (Fault & { file: string })[]) {
    super(faults.map((f) => `${f.file}: ${f.field}: ${f.problem}`).join('\n'))
    this.name = 'ContentError'
    this.faults = faults
  }
}

/** The facts of documents that were read and checked before, by the digests of their files. */
export type KnownFacts = {
  get: (digest: string) => unknown
  set: (digest: string, facts: unknown) => void
}

/**
 * Reads a content folder (the bundled one or a snapshot) and checks every file against its schema.
 * @param known saves parsing and checking what has not changed
 * @throws ContentError naming each file and field at fault
 */
export async function readLibrary(folder: string, known?: KnownFacts): Promise<Library> {
  const faults: (Fault & { file: string })[] = []

  const keep = <T>(file: string, parsed: Parsed<T>): T[] => {
    if (parsed.ok) return [parsed.value]
    faults.push(...parsed.faults.map((fault) => ({ file, ...fault })))
    return []
  }
  const json = async <S extends z.ZodType>(
    file: string,
    schema: S,
    absent?: z.input<S>,
  ): Promise<z.infer<S>[]> => {
    let value: unknown
    try {
      value = JSON.parse(await readFile(join(folder, file), 'utf8'))
    } catch (error) {
      const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (isAbsent && absent !== undefined) return keep(file, check(schema, absent))
      return keep(file, { ok: false, faults: [{ field: '(file)', problem: String(error) }] })
    }
    return keep(file, check(schema, value))
  }
  const files = async (kind: string, extension: string) => {
    const names = await readdir(join(folder, kind)).catch(() => [] as string[])
    return names.filter((name) => name.endsWith(extension)).sort()
  }
  const document = async <K extends DocumentKind>(kind: K): Promise<Document<K>[]> => {
    return (await files(kind, '.md')).flatMap((name) => {
      const file = `${kind}/${name}`
      // Thousands of small files: one after another is quicker than all at a time.
      const text = readFileSync(join(folder, file), 'utf8')
      const slug = basename(name, '.md')
      const digest = createHash('sha256').update(`${kind}\0${text}`).digest('hex')
      const facts = known?.get(digest) as Document<K>['data'] | undefined
      if (facts) return [{ slug, data: facts, body: bodyOf(text), digest }]
      return keep(file, parseDocument(documents[kind], text)).map((entry) => {
        known?.set(digest, entry.data)
        return { slug, ...entry, digest } as Document<K>
      })
    })
  }
  const list = async <S extends z.ZodType>(kind: string, schema: S): Promise<z.infer<S>[]> =>
    (await json(`${kind}.json`, z.array(schema))).flat() as z.infer<S>[]

  const regulationFiles = (await files('regulations', '.json')).map((name) =>
    json(`regulations/${name}`, records.regulations),
  )
  const [settings] = await json('settings.json', single)
  const entries = {
    topics: await list('topics', lists.topics),
    regions: await list('regions', lists.regions),
    departments: await list('departments', lists.departments),
    reception: await list('reception', lists.reception),
    // Snapshots from before there were synonyms have no such file.
    synonyms: (await json('synonyms.json', z.array(lists.synonyms), [])).flat(),
    pages: (await json('pages.json', z.array(lists.pages), [])).flat(),
    figures: (await json('figures.json', z.array(lists.figures), [])).flat(),
    regulations: (await Promise.all(regulationFiles)).flat(),
    essays: await document('essays'),
    videos: await document('videos'),
    notices: await document('notices'),
    guides: await document('guides'),
    campaigns: await document('campaigns'),
    redirects: (await json('redirects.json', z.array(redirect), [])).flat(),
    withdrawn: (await json('withdrawn.json', z.array(withdrawn), [])).flat(),
    privacyAllowed: (await json('privacy-allowed.json', z.array(allowedSign), [])).flat(),
  }
  if (faults.length > 0 || !settings) throw new ContentError(faults)
  return { settings, ...entries }
}
