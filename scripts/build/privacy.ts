import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Library } from '@portal/content/entry/library'
import { findPersonal, masked, signOf } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import { digestOf } from '@portal/content/schema/privacy'
import { allowing, type Shown } from './allowed.ts'
import { readSaid, textsOfIndex } from './texts.ts'

/** Something personal in a finished file: which file and what kind of thing, never the thing itself. */
export type Leak = { file: string; problem: string }

/** A finished release in which something personal stands. */
export class PrivacyError extends Error {
  override name = 'PrivacyError'
  readonly faults: Leak[]
  constructor(faults: Leak[]) {
    const lines = faults.map(({ file, problem }) => `${file}：${problem}`)
    super(['网页里有不能公开的内容：', ...lines].join('\n  '))
    this.faults = faults
  }
}

const index = 'search-index'

/** The files below `client` that may tell something, by their paths there; the search index stands apart. */
export async function filesToCheck(client: string): Promise<string[]> {
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(client, join(entry.parentPath, entry.name)))
      // The scripts and styles are the program's own.
      .filter((name) => !/^_astro\/.*\.(?:js|css)$/.test(name) && !name.startsWith(`${index}/`))
      .sort()
  )
}

/**
 * Looks through finished files of a release: pages, feeds, data files, captions, leaflets, file names,
 * what pictures carry. What leaked through a copy is found here.
 * @param names as `filesToCheck` gives them
 * @returns what was found
 */
export async function findLeaks(
  library: Library,
  client: string,
  names: readonly string[],
): Promise<Leak[]> {
  const kindsIn = finder(library)
  const found: Leak[] = []
  for (const name of names) {
    const said = await readSaid(join(client, name)).catch(() => undefined)
    if (!said) {
      found.push({ file: masked(name), problem: '文件读不出来，查不了里面有没有个人信息' })
      continue
    }
    const { texts, metadata } = said
    const told = metadata.map((kind) => `图片里的 ${kind} 信息`)
    const kinds = new Set([...kindsIn([basename(name), ...texts], { file: name, texts }), ...told])
    if (kinds.size > 0) found.push({ file: masked(name), problem: [...kinds].join('、') })
  }
  return found
}

/** Looks through the finished search index, as `findLeaks` through the files. */
export async function findLeaksOfIndex(library: Library, client: string): Promise<Leak[]> {
  const kindsIn = finder(library)
  const found = await textsOfIndex(join(client, index))
  const kinds = new Set(found.flatMap(({ path, text }) => kindsIn([text], { page: path })))
  return kinds.size > 0 ? [{ file: '搜索索引', problem: [...kinds].join('、') }] : []
}

/** Finds what is personal in texts and neither the office's own nor let through where they are shown. */
function finder(library: Library): (texts: readonly string[], shown: Shown) => string[] {
  const mayStand = allowing(library)
  return (texts, shown) => {
    const hits = texts.flatMap((text) =>
      findPersonal(text).map((hit) => ({ kind: hit.kind, digest: digestOf(signOf(text, hit)) })),
    )
    return hits
      .filter(({ digest }) => !mayStand(digest, shown))
      .map(({ kind }) => personalKinds[kind])
  }
}

/** @throws PrivacyError naming what `findLeaks` found */
export function requireNoLeaks(found: Leak[]): void {
  if (found.length > 0) throw new PrivacyError(found)
}
