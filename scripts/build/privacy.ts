import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { findPersonal, masked, signOf } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { officeDigests } from '@portal/content/privacy/office'
import { digestOf } from '@portal/content/schema/privacy'
import { readSaid, textsOfIndex } from './texts.ts'

/** A finished release in which something personal stands; the message names files and kinds only. */
export class PrivacyError extends Error {
  override name = 'PrivacyError'
}

const index = 'search-index'

/** One of so many parts of the files, counted from 0; the first takes the search index too. */
export type Share = { part: number; of: number }

/**
 * Looks through a finished release, file by file: pages, feeds, data files, captions, leaflets, file
 * names, what pictures carry, the search index. What leaked through a copy is found here.
 * @returns each file and what was found in it, never the thing itself
 */
export async function findLeaks(
  library: Library,
  client: string,
  { part, of }: Share = { part: 0, of: 1 },
): Promise<string[]> {
  const { settings, departments, privacyAllowed } = library
  const allowed = new Set([...officeDigests([settings, ...departments]), ...privacyAllowed])
  const kindsIn = (text: string) =>
    findPersonal(text)
      .filter((hit) => !allowed.has(digestOf(signOf(text, hit))))
      .map(({ kind }) => personalKinds[kind])
  const found: string[] = []
  const report = (file: string, what: string[]) => {
    if (what.length > 0) found.push(`${masked(file)}：${[...new Set(what)].join('、')}`)
  }

  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(client, join(entry.parentPath, entry.name)))
    // The scripts and styles are the program's own.
    .filter((name) => !/^_astro\/.*\.(?:js|css)$/.test(name) && !name.startsWith(`${index}/`))
    .sort()
  for (const name of names.filter((_, at) => at % of === part)) {
    const path = join(client, name)
    const { texts, metadata } = await readSaid(path)
    const told = metadata.map((kind) => `图片里的 ${kind} 信息`)
    report(name, [...[basename(name), ...texts].flatMap(kindsIn), ...told])
  }
  if (part === 0) report('搜索索引', (await textsOfIndex(join(client, index))).flatMap(kindsIn))
  return found
}

/** @throws PrivacyError naming what `findLeaks` found */
export function requireNoLeaks(found: readonly string[]): void {
  if (found.length === 0) return
  throw new PrivacyError(['网页里有不能公开的内容：', ...found].join('\n  '))
}
