import { longDay } from '@portal/content/calendar/wording'
import type { Day } from '@portal/content/calendar/day'
import {
  changeWords,
  comparedWords,
  percentWords,
  pointsWords,
} from '../../contracts/figures/figure-words.ts'
import {
  figureTables,
  indicators,
  type FigureRow,
  type FiguresAnswer,
  type IndicatorRow,
} from '../../contracts/figures/figures.ts'
import type { ReportRow, ReportTable, ReportWord } from '../../contracts/figures/report-papers.ts'

type ReportWords = Record<ReportWord, string> & Record<ReportTable, ReportRow[]>

const optional = (count: number | null) => (count === null ? '' : String(count))

function rowOf(row: FigureRow, whole: number | null): ReportRow {
  const { name, count, before, lastYear } = row
  return {
    名称: name,
    件数: String(count),
    占比: whole === null ? '' : percentWords({ part: count, whole }),
    上期: String(before),
    比上期: changeWords(count, before),
    去年同期: optional(lastYear),
    比去年: changeWords(count, lastYear),
    算法: '',
  }
}

function indicatorRow({ id, now, before, lastYear }: IndicatorRow): ReportRow {
  const { name, formula } = indicators[id]
  const share = (one: typeof now) =>
    one.whole === 0 ? '—' : `${percentWords(one)}（${one.part}/${one.whole}）`
  return {
    名称: name,
    件数: share(now),
    占比: percentWords(now),
    上期: share(before),
    比上期: pointsWords(now, before),
    去年同期: lastYear ? share(lastYear) : '',
    比去年: pointsWords(now, lastYear),
    算法: formula,
  }
}

/** A table that has nothing in it says so. */
const orNone = (rows: ReportRow[]): ReportRow[] =>
  rows.length > 0
    ? rows
    : [
        {
          名称: '没有',
          件数: '0',
          占比: '',
          上期: '',
          比上期: '',
          去年同期: '',
          比去年: '',
          算法: '',
        },
      ]

/**
 * What stands in a bulletin or a yearly report.
 * @param office what the bureau is called
 */
export function wordsOfReport(answer: FiguresAnswer, office: string, today: Day): ReportWords {
  const { period, before, lastYear, figures } = answer
  const { received, tables, referral, supervision, leads, accused } = figures
  const table = (title: string) => {
    const rows = tables.find(({ id }) => figureTables[id] === title)?.rows ?? []
    return orNone(rows.map((row) => rowOf(row, received.count)))
  }
  const times = (rows: FigureRow[]) => orNone(rows.map((row) => rowOf(row, null)))
  const [year = '', month = ''] = period.id.split('-')
  return {
    时段: period.name,
    期号: month ? `${year}年第${Number(month)}期` : `${year}年`,
    收到件数: String(received.count),
    增减: comparedWords(received, before.name, lastYear?.name ?? null),
    落款: office,
    日期: longDay(today),
    信访类别: table('信访类别'),
    问题领域: table('问题领域'),
    问题属地: table('问题属地'),
    来信来访渠道: table('来信来访渠道'),
    办理状态: table('办理状态'),
    转送办理: times(referral),
    督办: times(supervision),
    承办较多的单位: times(leads),
    被投诉较多的单位: times(accused),
    指标: figures.indicators.map(indicatorRow),
  }
}
