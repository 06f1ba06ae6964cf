import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { check } from '@portal/content/entry/document'
import { versionDay } from '@portal/content/law/structure/facts'
import {
  regulation as schema,
  type Article,
  type Regulation,
} from '@portal/content/schema/entries/regulation'
import { arrived, refused, type Loaded, type ImportResult } from './import-result.ts'

type Read = Extract<Loaded, { ok: true }>

function allArticles(entry: Regulation): Article[] {
  return entry.divisions.flatMap((division) => division.articles)
}

function keyOf(article: Article): string {
  return `${article.number}-${article.insertion}`
}

/**
 * The imported text with the office's own words of an existing entry: its explanations, summary
 * and mark as a demonstration. A string says why the two cannot be one.
 */
function mergeEntry(existing: Regulation, imported: Regulation): Regulation | string {
  const official = allArticles(existing).some((article) => article.paragraphs.length > 0)
  const before = versionDay(existing.issuingFacts) ?? ''
  if (official && before > (versionDay(imported.issuingFacts) ?? '')) {
    return `现有条目是 ${before} 的版本，比这个文件新；确要保留旧版，请用 --slug 另起名称`
  }
  const guides = new Map(allArticles(existing).map((article) => [keyOf(article), article]))
  const divisions = imported.divisions.map((division) => ({
    ...division,
    articles: division.articles.map((article) => {
      const known = guides.get(keyOf(article))
      guides.delete(keyOf(article))
      return { ...article, guide: known?.guide ?? '', phrasings: known?.phrasings ?? [] }
    }),
  }))
  const orphan = [...guides.values()].find((article) => article.guide !== '')
  if (orphan) {
    return `现有条目的${orphan.label}有解读，这个文件里没有这一条：请先把解读移走，或用 --slug 另起名称`
  }
  const { summary, demonstration } = existing
  return { ...imported, divisions, summary, demonstration }
}

/** Replaces a file as a whole: a reader sees the old one or the new one, never a part. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    const file = await open(beside, 'w')
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function readExisting(path: string): Promise<Regulation | null | string> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const fault = `${path} 已存在，但不是法规条目：请先修好或移开`
  try {
    const checked = check(schema, JSON.parse(text))
    return checked.ok ? checked.value : fault
  } catch {
    return fault
  }
}

/** Writes regulations as content files under `folder`. */
export function writeTo(folder: string): (item: Read) => Promise<ImportResult> {
  return async ({ file, regulation, notes }) => {
    const path = join(folder, 'regulations', `${regulation.slug}.json`)
    try {
      const existing = await readExisting(path)
      const entry =
        typeof existing === 'string' || existing === null
          ? (existing ?? regulation)
          : mergeEntry(existing, regulation)
      if (typeof entry === 'string') return refused(file, entry).refused
      await mkdir(join(folder, 'regulations'), { recursive: true })
      await replaceFile(path, `${JSON.stringify(entry, null, 2)}\n`)
      return arrived({ file, notes }, entry)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error)
      return refused(file, `写不进 ${path}（${code}）：请检查文件夹的权限和磁盘空间`).refused
    }
  }
}
