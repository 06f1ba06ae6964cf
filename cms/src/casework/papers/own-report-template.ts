import { AlignmentType, Document, Packer, Paragraph } from 'docx'
import {
  reportKinds,
  type ReportKind,
  type ReportTable,
} from '../../contracts/figures/report-papers.ts'
import { paragraph, pageOfPaper, point, titleOf } from './paper-look.ts'
import { reportTable } from './report-table.ts'

type Part = string | { table: ReportTable; columns: readonly string[] }

const counts = ['名称', '件数', '占比', '上期', '比上期', '去年同期', '比去年'] as const
const times = ['名称', '件数', '上期', '比上期', '去年同期', '比去年'] as const
const yearCounts = ['名称', '件数', '占比', '上期', '比上期'] as const
const yearTimes = ['名称', '件数', '上期', '比上期'] as const

const received = '〔时段〕收到信访事项〔收到件数〕件，〔增减〕。'

const parts: Record<ReportKind, Part[]> = {
  bulletin: [
    '一、总体情况',
    received,
    { table: '信访类别', columns: counts },
    { table: '来信来访渠道', columns: counts },
    '二、反映的问题',
    { table: '问题领域', columns: counts },
    { table: '问题属地', columns: counts },
    '三、办理和督办',
    { table: '办理状态', columns: counts },
    { table: '转送办理', columns: times },
    { table: '督办', columns: times },
    { table: '承办较多的单位', columns: times },
    '四、工作指标',
    { table: '指标', columns: ['名称', '件数', '上期', '去年同期', '算法'] },
  ],
  'year-report': [
    '根据《信访工作条例》第四十一条，现将〔时段〕信访工作情况报告如下。',
    '一、信访事项的数据统计',
    received,
    { table: '信访类别', columns: yearCounts },
    { table: '来信来访渠道', columns: yearCounts },
    { table: '办理状态', columns: yearCounts },
    '二、信访事项涉及的领域和地方',
    { table: '问题领域', columns: yearCounts },
    { table: '问题属地', columns: yearCounts },
    '三、被投诉较多的机关、单位',
    { table: '被投诉较多的单位', columns: yearTimes },
    '四、转送、交办和督办情况',
    { table: '转送办理', columns: yearTimes },
    { table: '督办', columns: yearTimes },
    { table: '承办较多的单位', columns: yearTimes },
    '五、工作指标',
    { table: '指标', columns: ['名称', '件数', '上期', '算法'] },
    '六、政策性建议',
    '（请在这里写下提出的政策性建议以及被采纳落实的情况。）',
  ],
}

/** Our own template of a bulletin or a yearly report as a Word file: what offices begin theirs from. */
export async function ownReportTemplate(kind: ReportKind): Promise<Buffer> {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 64 * point } }
  const centre = { alignment: AlignmentType.CENTER, indent: {} }
  const document = new Document({
    title: reportKinds[kind].name,
    sections: [
      {
        properties: { page: pageOfPaper },
        children: [
          titleOf(reportKinds[kind].name),
          paragraph(kind === 'bulletin' ? '〔期号〕' : '〔时段〕', centre),
          ...parts[kind].flatMap((part) =>
            typeof part === 'string'
              ? [paragraph(part)]
              : [
                  paragraph(part.table, centre),
                  reportTable(part.table, part.columns),
                  new Paragraph({}),
                ],
          ),
          paragraph('〔落款〕', { ...right, spacing: { before: 28 * point } }),
          paragraph('〔日期〕', right),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
