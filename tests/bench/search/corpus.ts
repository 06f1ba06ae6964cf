import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SearchSection } from '../../../site/src/search/record.ts'

/** One text of the corpus. Its address is `/p/<place>/`. */
export type Text = { path: `/${string}/`; title: string; sections: SearchSection[] }

const article =
  /^\s*(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)[\s\u3000]+(?=\S)/u

/** The texts below a folder: title from the first heading, a section for each heading and article. */
export async function readCorpus(folder: string): Promise<Text[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
  return Promise.all(
    names.sort().map(async (name, place) => {
      const source = await readFile(join(folder, name), 'utf8')
      return read(source, basename(name, '.md'), place)
    }),
  )
}

function read(source: string, name: string, place: number): Text {
  const lines = source.replace(/<!--[^]*?-->/g, '').split(/\r?\n/)
  const titleAt = lines.findIndex((line) => /^# /.test(line))
  const title = titleAt < 0 ? name : (lines[titleAt] ?? '').slice(2).trim()
  const sections: SearchSection[] = [{ id: undefined, heading: '', text: '' }]
  lines.forEach((line, at) => {
    if (at === titleAt || !line.trim()) return
    const heading = /^#{1,6} +(.*)$/.exec(line)?.[1]?.trim()
    const label = article.exec(line)
    if (heading) sections.push({ id: `s${at}`, heading, text: '' })
    else if (label) {
      const text = line.slice(label[0].length).trim()
      sections.push({ id: `s${at}`, heading: label[1] ?? '', text })
    } else {
      const last = sections[sections.length - 1]
      if (last) last.text = last.text ? `${last.text}\n${line.trim()}` : line.trim()
    }
  })
  return { path: `/p/${place}/`, title, sections }
}

/** All that a text says, a line for each heading and paragraph: what truth is told by. */
export function plainText({ title, sections }: Text): string {
  return [title, ...sections.flatMap(({ heading, text }) => [heading, text])].join('\n')
}

export function placeOf(path: string): number {
  return Number(/\/p\/(\d+)\//.exec(path)?.[1] ?? -1)
}
