import { paperKinds, paperWords, type PaperKind } from '../papers/papers.ts'

/** What the bureau reports of a month and of a year (art. 41), as Word files. */
export const reportKinds = {
  bulletin: { name: '信访工作通报', law: ['时段', '收到件数', '指标'] },
  'year-report': {
    name: '信访工作年度报告',
    law: ['时段', '收到件数', '问题领域', '被投诉较多的单位', '转送办理', '督办', '指标'],
  },
} as const
export type ReportKind = keyof typeof reportKinds

/** Words of a report that stand for a text. */
export const reportWords = ['时段', '期号', '收到件数', '增减', '落款', '日期'] as const
export type ReportWord = (typeof reportWords)[number]

/** Words that stand for a table: its rows are between 〔#词〕 and 〔/词〕. */
export const reportTables = [
  '信访类别',
  '问题领域',
  '问题属地',
  '来信来访渠道',
  '办理状态',
  '转送办理',
  '督办',
  '承办较多的单位',
  '被投诉较多的单位',
  '指标',
] as const
export type ReportTable = (typeof reportTables)[number]

/** What stands in a row of a table. */
export const reportColumns = [
  '名称',
  '件数',
  '占比',
  '上期',
  '比上期',
  '去年同期',
  '比去年',
  '算法',
] as const
export type ReportRow = Record<(typeof reportColumns)[number], string>

/** Whatever is made of a Word template. */
export type TemplateKind = PaperKind | ReportKind
export const templateNames = { ...paperKinds, ...reportKinds }

/** The words that a template must not lack. */
export function wordsNeeded(kind: TemplateKind): string[] {
  const { law } = templateNames[kind]
  return kind in reportKinds ? [...law, '日期'] : ['文书编号', ...law, '日期']
}

/** The words that a template may have. */
export function wordsAllowed(kind: TemplateKind): readonly string[] {
  return kind in reportKinds ? [...reportWords, ...reportTables, ...reportColumns] : paperWords
}

/** What `GET /desk/cases/paper-templates` tells. */
export type PaperTemplates = {
  templates: {
    paper: TemplateKind
    name: string
    own: { file: string; at: string; by: string } | null
  }[]
}
