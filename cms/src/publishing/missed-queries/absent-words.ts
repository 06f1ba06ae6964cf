import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fixedPages } from '@portal/content/schema/entries/fixed-page'

/** What readers find of a content folder: not the lists for programs, nor the synonyms themselves. */
const read =
  /^(?:(?:essays|videos|notices|guides|campaigns|regulations|media)[/\\].+|topics|regions|departments|reception|pages|settings)\.(?:md|json|vtt)$/
/** Emphasis in the middle of a word is not part of it. */
const emphasis = /[*_`]+/g

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * Words that stand nowhere in what was last published: no title, no text, no keyword, no 问法.
 * @param folder the files that the portal was last made of
 * @returns null where nothing has been published yet
 */
export async function deadWords(
  folder: string,
  words: readonly string[],
): Promise<Set<string> | null> {
  const left = new Map(words.map((word) => [word, folded(word)]))
  const search = (text: string) => {
    const said = folded(text).replace(emphasis, '')
    for (const [word, form] of left) if (said.includes(form)) left.delete(word)
  }
  const names = await readdir(folder, { recursive: true }).catch(() => null)
  if (!names) return null
  search(Object.values(fixedPages).join('\n'))
  for (const name of names) {
    if (left.size === 0) break
    if (read.test(name)) search(await readFile(join(folder, name), 'utf8'))
  }
  return new Set(left.keys())
}

/**
 * The same, remembered until something is published or other words are asked for.
 * @param first the content that the first release was made of, before there is a snapshot
 */
export function createDeadWords(
  snapshot: string,
  first: string,
): (words: string[]) => Promise<string[]> {
  let known = { of: '', dead: Promise.resolve<string[]>([]) }
  return async (words) => {
    const made = await stat(snapshot).catch(() => null)
    const folder = made ? snapshot : first
    const of = JSON.stringify([made?.ino, made?.mtimeMs, words])
    if (known.of !== of) {
      known = { of, dead: deadWords(folder, words).then((dead) => [...(dead ?? [])]) }
      // What could not be read is read again.
      known.dead.catch(() => (known = { ...known, of: '' }))
    }
    return known.dead
  }
}
