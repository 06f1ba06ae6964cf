import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { paperKinds, type PaperKind } from '../../contracts/papers.ts'
import { templateText } from './template-text.ts'

/** Fonts and measures of official documents (GB/T 9704): 22 pt and 16 pt, 28 pt lines, two characters indented. */
const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }
const fang = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312', hAnsi: 'Times New Roman' }
const point = 20
const mm = (length: number) => Math.round(length * 56.7)
const line = { line: 28 * point, lineRule: 'exact' as const }

const text = (words: string) => new TextRun({ text: words, font: fang, size: 32 })

function paragraph(words: string, changes: object = {}): Paragraph {
  return new Paragraph({
    children: [text(words)],
    spacing: line,
    indent: { firstLine: 32 * point },
    ...changes,
  })
}

/** Our own template of a paper as a Word file, its placeholders in 〔〕: what offices begin theirs from. */
export async function ownTemplate(paper: PaperKind): Promise<Buffer> {
  const { to, lines } = templateText[paper]
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 64 * point } }
  const document = new Document({
    title: paperKinds[paper].name,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 12 * point },
            children: [
              new TextRun({ text: paperKinds[paper].name, font: song, size: 44, bold: true }),
            ],
          }),
          paragraph('〔文书编号〕', { alignment: AlignmentType.CENTER, indent: {} }),
          paragraph(`〔${to}〕：`, { indent: {} }),
          ...lines.map((words) => paragraph(words)),
          paragraph('〔落款〕', { ...right, spacing: { ...line, before: 28 * point } }),
          paragraph('〔日期〕', right),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
