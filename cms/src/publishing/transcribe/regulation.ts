import type { Article, Paragraph, Regulation } from '@portal/content/schema/regulation'
import { splitLines, textOf, type DeskEntry, type Row } from './fields.ts'
import { toCode, toWord } from '../../words.ts'

const itemLine = /^(（[一二三四五六七八九十百]+）)(.*)$/s
const subitemLine = /^(\d+[.．]|（\d+）)(.*)$/s

/** Lines as staff see them (one paragraph, item or sub-item a line) into paragraphs with their items. */
export function linesToParagraphs(lines: string[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const line of lines) {
    const paragraph = paragraphs.at(-1)
    const item = paragraph?.items.at(-1)
    const asItem = itemLine.exec(line)
    const asSubitem = subitemLine.exec(line)
    if (asItem && paragraph) {
      paragraph.items.push({ label: asItem[1] ?? '', text: asItem[2] ?? '', subitems: [] })
    } else if (asSubitem && item) {
      item.subitems.push({ label: asSubitem[1] ?? '', text: asSubitem[2] ?? '' })
    } else {
      paragraphs.push({ text: line, items: [] })
    }
  }
  return paragraphs
}

/** The reverse of `linesToParagraphs`. */
export function paragraphsToLines(paragraphs: Paragraph[]): string[] {
  return paragraphs.flatMap(({ text, items }) => [
    text,
    ...items.flatMap((item) => [
      item.label + item.text,
      ...item.subitems.map((subitem) => subitem.label + subitem.text),
    ]),
  ])
}

function articleToContent({ number, insertion, label, text, guide }: Row) {
  const paragraphs = linesToParagraphs(splitLines(text))
  return { number, insertion, label, paragraphs, guide: textOf(guide) }
}

function articleToDesk({ number, insertion, label, paragraphs, guide }: Article): Row {
  return { number, insertion, label, text: paragraphsToLines(paragraphs).join('\n'), guide }
}

/** A regulation from the CMS, for the schema to check. */
export function regulationToContent(row: Row) {
  return {
    slug: row.slug,
    title: row.title,
    status: toCode('regulationStatus', row.validity),
    issuer: textOf(row.issuer),
    documentNumber: textOf(row.documentNumber),
    issuedOn: row.issuedOn ?? null,
    effectiveOn: row.effectiveOn ?? null,
    issuingFacts: splitLines(row.issuingFacts),
    preamble: linesToParagraphs(splitLines(row.preamble)),
    divisions: ((row.divisions as Row[] | null) ?? []).map((division) => ({
      level: toCode('divisionLevel', division.level),
      label: textOf(division.label),
      title: textOf(division.title),
      paragraphs: linesToParagraphs(splitLines(division.text)),
      articles: ((division.articles as Row[] | null) ?? []).map(articleToContent),
    })),
    appendix: splitLines(row.appendix),
    summary: textOf(row.summary),
    demonstration: row.demonstration,
  }
}

/** A regulation, bundled or imported, for the CMS. */
export function regulationToDesk(regulation: Regulation): DeskEntry {
  const { preamble, divisions, issuingFacts, appendix, status, ...facts } = regulation
  return {
    fields: {
      ...facts,
      validity: toWord('regulationStatus', status),
      issuingFacts: issuingFacts.join('\n'),
      appendix: appendix.join('\n'),
      preamble: paragraphsToLines(preamble).join('\n'),
      divisions: divisions.map((division) => ({
        level: toWord('divisionLevel', division.level),
        label: division.label,
        title: division.title,
        text: paragraphsToLines(division.paragraphs).join('\n'),
        articles: division.articles.map(articleToDesk),
      })),
    },
    files: {},
    links: {},
  }
}
