import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { check } from '@portal/content/entry/document'
import { regulation } from '@portal/content/schema/entries/regulation'
import type { Core } from '@strapi/strapi'
import { saveRegulation } from './regulation-route.ts'
import { environment } from '../../environment.ts'
import { runChild } from '../../writing/run-child.ts'
import type { ImportedLaw } from '../../contracts/publications/imports.ts'
/** What was read of an official text and where its draft lies, or why it was refused. */
type TakenLaw = ({ ok: true } & ImportedLaw) | { ok: false; error: string; line: number | null }

type ImportLine =
  | { title: string; chapters: number; articles: number; notes?: string[] }
  | { error: string; line: number | null }

const tooMuch = '读这个文件花的时间太长，没有导入：请检查是不是选错了文件。'
const script = join(environment.root, 'scripts', 'import.ts')

/**
 * Reads an official text by the import command, which staff cannot type, and saves it as a draft.
 * @param file the uploaded text on this disk
 * @param name its name, whose ending tells the format
 */
export async function takeLaw(strapi: Core.Strapi, file: string, name: string): Promise<TakenLaw> {
  const folder = await mkdtemp(join(tmpdir(), 'law-'))
  try {
    const text = join(folder, `text${extname(name).toLowerCase()}`)
    await copyFile(file, text)
    const line = await runChild(script, [text, '--out', folder])
    if (line === undefined) return { ok: false, error: tooMuch, line: null }
    const outcome = JSON.parse(line) as ImportLine
    if ('error' in outcome) return { ok: false, error: outcome.error, line: outcome.line }
    const [written = ''] = await readdir(join(folder, 'regulations'))
    const entry = JSON.parse(await readFile(join(folder, 'regulations', written), 'utf8'))
    const checked = check(regulation, entry)
    if (!checked.ok) throw new Error('the import command wrote an entry that is none')
    const saved = await saveRegulation(strapi, checked.value)
    if (!saved.ok) return { ...saved, line: null }
    const { documentId } = saved
    const { title, chapters, articles, notes = [] } = outcome
    return { ok: true, documentId, title, chapters, articles, notes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
