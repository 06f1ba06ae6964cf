import type { Paragraph, Regulation } from '../schema/entries/regulation.ts'
import { bare, refuse, type Line, type Refusal } from './source.ts'

function paragraphText(paragraph: Paragraph): string[] {
  return [
    paragraph.text,
    ...paragraph.items.flatMap((item) => [
      item.label + item.text,
      ...item.subitems.map((subitem) => subitem.label + subitem.text),
    ]),
  ]
}

/** A regulation as the lines of its official text, in order; explanations are left out. */
export function plainText(regulation: Omit<Regulation, 'slug'>): string[] {
  return [
    regulation.title,
    ...regulation.issuingFacts,
    ...regulation.preamble.flatMap(paragraphText),
    ...regulation.divisions.flatMap((division) => [
      `${division.label} ${division.title}`,
      ...division.paragraphs.flatMap(paragraphText),
      ...division.articles.flatMap((article) => {
        const [first = '', ...rest] = article.paragraphs.flatMap(paragraphText)
        return [`${article.label} ${first}`, ...rest]
      }),
    ]),
    ...regulation.appendix,
  ].filter(Boolean)
}

/**
 * Proves that nothing was lost: the characters of the regulation are those of `lines`, all of
 * them and in order. Refuses with the line where they part.
 */
export function provesWhole(lines: Line[], regulation: Omit<Regulation, 'slug'>): Refusal | null {
  const kept = bare(plainText(regulation).join(''))
  let at = 0
  for (const line of lines) {
    const wanted = bare(line.text)
    if (!kept.startsWith(wanted, at)) {
      return refuse('这一行读入后与原文对不上，没有导入：请核对这一行的写法', line.line)
    }
    at += wanted.length
  }
  const extra = '读入后比原文多出文字，没有导入：请核对文件的末尾'
  return at === kept.length ? null : refuse(extra, lines.at(-1)?.line ?? null)
}
