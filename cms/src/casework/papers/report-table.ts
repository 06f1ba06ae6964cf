import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { ReportTable } from '../../contracts/figures/report-papers.ts'
import { fang, point, printWidth } from './paper-look.ts'

/** What the columns are headed where that is not their name. */
const headings: Partial<Record<string, string>> = { 名称: '', 件数: '本期' }

const wide = ['名称', '算法']

function cell(words: string, column: string, width: number): TableCell {
  const isText = wide.includes(column)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 3 * point, bottom: 3 * point, left: 5 * point, right: 5 * point },
    children: [
      new Paragraph({
        alignment: isText ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text: words, font: fang, size: column === '算法' ? 21 : 24 })],
      }),
    ],
  })
}

/** A table of a template: a row of headings, and one that is filled as often as the table has rows. */
export function reportTable(name: ReportTable, columns: readonly string[]): Table {
  const share = (column: string) => (wide.includes(column) ? 3 : 1)
  const sum = columns.reduce((total, column) => total + share(column), 0)
  const widthOf = (column: string) => Math.floor((printWidth * share(column)) / sum)
  const first = columns[0]
  const last = columns.at(-1)
  const row = (wordsOf: (column: string) => string, isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: columns.map((column) => cell(wordsOf(column), column, widthOf(column))),
    })
  return new Table({
    width: { size: printWidth, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    rows: [
      row((column) => headings[column] ?? column, true),
      row(
        (column) =>
          `${column === first ? `〔#${name}〕` : ''}〔${column}〕${column === last ? `〔/${name}〕` : ''}`,
        false,
      ),
    ],
  })
}
