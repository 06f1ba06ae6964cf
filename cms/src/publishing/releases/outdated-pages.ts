import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withdrawn } from '@portal/content/schema/release/withdrawn'
import type { Core } from '@strapi/strapi'
import type { Content } from '../editions/content.ts'
import { findWorkflow } from '../workflow/workflow-store.ts'
import { listAllEditions, readEdition, type Edition } from '../editions/edition-store.ts'
import { layout } from '../../environment.ts'
import { hitsIn } from '../gate/check-privacy.ts'
import { knownOf } from '../../privacy/known-people.ts'
import type { FieldText } from '../../privacy/entry-texts.ts'
import { textOfMarkdown } from '../../writing/markdown/plain-text.ts'
import type { KeptRelease } from '../../contracts/publications/releases.ts'
import { filesOf, isExchanged, stringsIn, textsOfFiles, type Shelves } from './outdated-files.ts'
import type { EntryKey } from '../editions/entry.ts'

/** A page of an earlier release that citizens must not see again: it was withdrawn, or something personal was taken out of it. */
export type OutdatedPage = { title: string; path: string }

/** A release is read a moment before it has its name; what was live in between may stand in it. */
const slack = 10 * 60_000

const keyIn = (key: string): EntryKey => {
  const [uid = '', documentId = ''] = key.split(' ')
  return { uid: uid as EntryKey['uid'], documentId }
}

/** Whether an earlier edition says, itself or in its files, what today's check would not let pass, or cannot be checked: its case does not open. */
async function isPersonal(
  strapi: Core.Strapi,
  key: EntryKey,
  content: Content,
  files: FieldText[],
): Promise<boolean> {
  const { caseNumber, ...shown } = content
  if (!(await knownOf(strapi, caseNumber)).ok) return true
  const texts = stringsIn(shown).map((text) => ({
    field: '',
    label: '',
    text: textOfMarkdown(text),
  }))
  const passed = new Set((await findWorkflow(strapi, key))?.overrides.map(({ digest }) => digest))
  const hits = await hitsIn(strapi, [...texts, ...files], caseNumber)
  return hits.some(({ digest }) => !passed.has(digest))
}

/** Whether an edition that was replaced must not come back: for what it says, or for its files. */
async function mustStayAway(
  strapi: Core.Strapi,
  key: EntryKey,
  { number, live }: { number: number; live: number | undefined },
  shelves: Shelves,
): Promise<boolean> {
  const content = (await readEdition(strapi, key, number)) ?? {}
  const shown = live === undefined ? undefined : await readEdition(strapi, key, live)
  // What is still shown is not what was taken away.
  const replaced = filesOf(content).difference(filesOf(shown ?? {}))
  for (const name of replaced) if (await isExchanged(name, shelves)) return true
  return isPersonal(strapi, key, content, await textsOfFiles(replaced, shelves.media))
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
 * The pages of a kept release that must not come back: entries withdrawn since, and editions
 * replaced since of which today's privacy check refuses the text or a file, or a file was deleted or exchanged.
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
  const media = join(folder, 'client', 'media')
  const shelves = { media, made, library: join(layout.cmsPublic, 'uploads') }
  const wasLive = ({ at: from, endedAt }: Edition) =>
    Date.parse(from) <= made + slack && (!endedAt || Date.parse(endedAt) >= made - slack)
  const found: OutdatedPage[] = []
  for (const [key, editions] of Map.groupBy(await listAllEditions(strapi), (one) => one.key)) {
    const live = editions.find(({ fate }) => fate === 'live')?.number
    for (const edition of editions) {
      const { title, path, fate, number } = edition
      if (fate === 'live' || !(await shows(path))) continue
      const isOut =
        live === undefined ||
        (wasLive(edition) && (await mustStayAway(strapi, keyIn(key), { number, live }, shelves)))
      if (isOut && !found.some((page) => page.path === path)) found.push({ title, path })
    }
  }
  return found
}
