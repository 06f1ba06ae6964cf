import { join } from 'node:path'
import { masked } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'
import type { Allowed } from './allowed.ts'
import { signsIn, type Sign } from './personal-digests.ts'
import { readFileTexts, textsOfShard } from './file-texts.ts'

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

const wordsFor = (kinds: readonly Sign['kind'][]) =>
  [...new Set(kinds.map((kind) => personalKinds[kind]))].join('、')

/** A file that nobody can look through. */
export function unreadable(file: string): Leak {
  return { file: masked(file), problem: '文件读不出来，查不了里面有没有个人信息' }
}

/** A picture that carries more than the picture. */
export function carrying(file: string, metadata: readonly string[]): Leak {
  const problem = [...new Set(metadata.map((kind) => `图片里的 ${kind} 信息`))].join('、')
  return { file: masked(file), problem }
}

/**
 * Judges what was found in the files of a release: pages, feeds, data files, captions, leaflets, file names.
 * What leaked through a copy is found here.
 * @param signs what looks personal in each file, by its path below `client`
 */
export async function findLeaks(
  client: string,
  signs: Iterable<readonly [file: string, signs: readonly Sign[]]>,
  { everywhere, mayStand }: Allowed,
): Promise<Leak[]> {
  const leaks: Leak[] = []
  for (const [file, found] of signs) {
    const doubtful = found.filter(({ digest }) => !everywhere.has(digest))
    if (doubtful.length === 0) continue
    const { texts } = await readFileTexts(join(client, file))
    const left = doubtful.filter(({ digest }) => !mayStand(digest, { file, texts }))
    if (left.length > 0)
      leaks.push({ file: masked(file), problem: wordsFor(left.map(({ kind }) => kind)) })
  }
  return leaks.sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** What looks personal on a page in the search index. */
export type SignOnPage = { path: string; sign: Sign }

/** What looks personal in a shard of a search index that lies in `folder`. */
export async function signsOfShard(folder: string, shard: string): Promise<SignOnPage[]> {
  const texts = await textsOfShard(folder, shard)
  return texts.flatMap(({ path, text }) => signsIn([text]).map((sign) => ({ path, sign })))
}

/** Judges what was found in a finished search index, as `findLeaks` what was in the files. */
export function findLeaksOfIndex(
  shards: ReadonlyMap<string, readonly SignOnPage[]>,
  { everywhere, mayStand }: Allowed,
): Leak[] {
  const left = [...shards.values()]
    .flat()
    .filter(({ sign: { digest } }) => !everywhere.has(digest))
    .filter(({ path, sign }) => !mayStand(sign.digest, { page: path }))
  if (left.length === 0) return []
  return [{ file: '搜索索引', problem: wordsFor(left.map(({ sign }) => sign.kind)) }]
}

/** @throws PrivacyError naming what `findLeaks` found */
export function requireNoLeaks(found: Leak[]): void {
  if (found.length > 0) throw new PrivacyError(found)
}
