import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withdrawn } from '@portal/content/schema/withdrawn'
import type { Core } from '@strapi/strapi'
import { findWorkflow, type EntryKey } from '../editions/record.ts'
import { listAllEditions, readEdition, type Edition } from '../editions/store.ts'
import { hitsIn } from '../privacy/check.ts'
import { knownOf } from '../privacy/known.ts'
import type { FieldText } from '../privacy/texts.ts'
import { wordsOf } from '../writing/markdown/words.ts'
import type { KeptRelease } from './kept.ts'

/** A page of an earlier release that citizens must not see again: it was withdrawn, or something personal was taken out of it. */
export type OutdatedPage = { title: string; path: string }

/** A release is read a moment before it has its name; what was live in between may stand in it. */
const slack = 10 * 60_000

const keyIn = (key: string): EntryKey => {
  const [uid = '', documentId = ''] = key.split(' ')
  return { uid: uid as EntryKey['uid'], documentId }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** Whether an earlier edition says what today's check would not let pass, or cannot be checked: its case does not open. */
async function isPersonal(strapi: Core.Strapi, key: EntryKey, number: number): Promise<boolean> {
  const content = (await readEdition(strapi, key, number)) ?? {}
  const { caseNumber, ...shown } = content as Record<string, unknown>
  if (!(await knownOf(strapi, caseNumber)).ok) return true
  const texts: FieldText[] = stringsIn(shown).map((text) => ({
    field: '',
    label: '',
    text: wordsOf(text),
  }))
  const passed = new Set((await findWorkflow(strapi, key))?.overrides.map(({ digest }) => digest))
  const hits = await hitsIn(strapi, texts, caseNumber)
  return hits.some(({ digest }) => !passed.has(digest))
}

async function goneIn(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, 'content', 'withdrawn.json'), 'utf8').catch(() => '[]')
  return new Set(
    withdrawn
      .array()
      .parse(JSON.parse(text))
      .map(({ path }) => path),
  )
}

/**
 * The pages of a kept release that must not come back: entries withdrawn since, and editions that were
 * replaced since and that today's privacy check refuses.
 * @param releases the folder of the kept releases
 */
export async function outdatedIn(
  strapi: Core.Strapi,
  releases: string,
  { name, at }: KeptRelease,
): Promise<OutdatedPage[]> {
  const folder = join(releases, name)
  const gone = await goneIn(folder)
  const shows = async (path: string) =>
    !gone.has(path) &&
    (await access(join(folder, 'client', path, 'index.html')).then(
      () => true,
      () => false,
    ))
  const made = Date.parse(at)
  const wasLive = ({ at: from, endedAt }: Edition) =>
    Date.parse(from) <= made + slack && (!endedAt || Date.parse(endedAt) >= made - slack)
  const found: OutdatedPage[] = []
  for (const [key, editions] of Map.groupBy(await listAllEditions(strapi), (one) => one.key)) {
    const isGone = editions.every(({ fate }) => fate !== 'live')
    for (const edition of editions) {
      const { title, path, fate, number } = edition
      if (fate === 'live' || !(await shows(path))) continue
      const isOut = isGone || (wasLive(edition) && (await isPersonal(strapi, keyIn(key), number)))
      if (isOut && !found.some((page) => page.path === path)) found.push({ title, path })
    }
  }
  return found
}
