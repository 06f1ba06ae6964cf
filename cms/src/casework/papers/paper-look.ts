import { AlignmentType, Paragraph, TextRun } from 'docx'

/** Fonts and measures of official documents (GB/T 9704): 22 pt and 16 pt, 28 pt lines, two characters indented. */
const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }
export const fang = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312', hAnsi: 'Times New Roman' }
/** Twentieths of a point. */
export const point = 20
const mm = (length: number) => Math.round(length * 56.7)
export const line = { line: 28 * point, lineRule: 'exact' as const }

/** An A4 page with the margins of official documents. */
export const pageOfPaper = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
}
/** So wide is what is printed, in twentieths of a point. */
export const printWidth = mm(210 - 28 - 26)

/** A paragraph of the text, indented by two characters. */
export function paragraph(words: string, changes: object = {}): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: words, font: fang, size: 32 })],
    spacing: line,
    indent: { firstLine: 32 * point },
    ...changes,
  })
}

/** The title of a paper. */
export function titleOf(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 12 * point },
    children: [new TextRun({ text: words, font: song, size: 44, bold: true })],
  })
}
