import { AlignmentType, Document, Packer } from 'docx'
import { paperKinds, type PaperKind } from '../../contracts/papers/papers.ts'
import { line, pageOfPaper, paragraph, point, titleOf } from './paper-look.ts'
import { templateText } from './template-text.ts'

/** Our own template of a paper as a Word file, its placeholders in 〔〕: what offices begin theirs from. */
export async function ownTemplate(paper: PaperKind): Promise<Buffer> {
  const { to, lines } = templateText[paper]
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 64 * point } }
  const document = new Document({
    title: paperKinds[paper].name,
    sections: [
      {
        properties: { page: pageOfPaper },
        children: [
          titleOf(paperKinds[paper].name),
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
