import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { shanghaiDay } from '@portal/content/calendar/day'
import { parseLaw } from '@portal/content/law/parse'
import { maximumBytes, readSource } from '@portal/content/law/read'
import { startFolder } from './options.ts'
import { refused, type Loaded } from './import-result.ts'

const reasons: Record<string, string> = {
  ENOENT: '找不到文件，请检查路径',
  EISDIR: '这是文件夹，请写出里面的文件',
  EACCES: '没有读取这个文件的权限',
}

async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path)
    if (size > maximumBytes) return '文件超过 20 MB，不像是法规文本，请检查'
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return reasons[code] ?? `读不了这个文件（${code}）`
  }
}

/** Reads one file into a regulation, under the address `slug` where one is given. */
export async function loadLaw(file: string, slug: string | null): Promise<Loaded> {
  const bytes = await readBytes(resolve(startFolder(process.env), file))
  if (typeof bytes === 'string') return refused(file, bytes)
  let parsed
  let notes: string[] = []
  try {
    const source = await readSource(file, bytes)
    if (source.ok) notes = source.source.notes ?? []
    parsed = source.ok ? parseLaw(source.source) : source
  } catch (error) {
    // One file that the program cannot cope with must not stop the files after it.
    return refused(file, `读这个文件时程序出错（${String(error)}）：请把文件交给维护人员`)
  }
  if (!parsed.ok) {
    // A Word file has no lines to look for, only paragraphs.
    const word = extname(file).toLowerCase() === '.docx'
    const error = word ? parsed.error.replace(/第 (\d+) 行/gu, '第 $1 段') : parsed.error
    return refused(file, error, parsed.line)
  }
  const { regulation } = parsed
  const status =
    (regulation.effectiveOn ?? '') > shanghaiDay(new Date()) ? 'not-yet' : regulation.status
  const entry = { ...regulation, status, slug: slug ?? regulation.slug }
  return { ok: true, file, regulation: entry, notes }
}
