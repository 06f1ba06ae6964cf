import { readParagraphs } from '@portal/content/law/structure/paragraphs'
import type { Article, Paragraph, Regulation } from '@portal/content/schema/entries/regulation'
import {
  splitLines,
  textOf,
  type DeskEntry,
  type StoredFields,
} from '../../strapi/stored-fields.ts'
import { toCode, toWord } from '../../strapi/choice-codes.ts'

/** Paragraphs with their items as lines, one each: what staff see and edit. */
export function paragraphsToLines(paragraphs: Paragraph[]): string[] {
  return paragraphs.flatMap(({ text, items }) => [
    text,
    ...items.flatMap((item) => [
      item.label + item.text,
      ...item.subitems.map((subitem) => subitem.label + subitem.text),
    ]),
  ])
}

function articleToContent({ number, insertion, label, text, guide, phrasings }: StoredFields) {
  const paragraphs = readParagraphs(splitLines(text), true)
  return {
    ...{ number, insertion, label, paragraphs, guide: textOf(guide) },
    phrasings: splitLines(phrasings),
  }
}

function articleToDesk({
  number,
  insertion,
  label,
  paragraphs,
  guide,
  phrasings,
}: Article): StoredFields {
  return {
    ...{ number, insertion, label, guide },
    text: paragraphsToLines(paragraphs).join('\n'),
    phrasings: phrasings.join('\n'),
  }
}

/** A regulation from the CMS, for the schema to check. */
export function regulationToContent(row: StoredFields) {
  return {
    slug: row.slug,
    title: row.title,
    status: toCode('regulationStatus', row.validity),
    issuer: textOf(row.issuer),
    documentNumber: textOf(row.documentNumber),
    issuedOn: row.issuedOn ?? null,
    effectiveOn: row.effectiveOn ?? null,
    issuingFacts: splitLines(row.issuingFacts),
    preamble: readParagraphs(splitLines(row.preamble), false),
    divisions: ((row.divisions as StoredFields[] | null) ?? []).map((division) => ({
      level: toCode('divisionLevel', division.level),
      label: textOf(division.label),
      title: textOf(division.title),
      paragraphs: readParagraphs(splitLines(division.text), false),
      articles: ((division.articles as StoredFields[] | null) ?? []).map(articleToContent),
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
