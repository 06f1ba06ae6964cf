import { csv, type Cell } from '@portal/content/export/csv'
import {
  figureTables,
  indicators,
  type FigureRow,
  type FiguresAnswer,
} from '../../contracts/figures/figures.ts'
import { percentWords } from '../../contracts/figures/figure-words.ts'

/** The figures of a period as one table: each line says of which table it is. */
export function figuresCsv({ period, before, lastYear, figures }: FiguresAnswer): string {
  const header = ['统计表', '项目', period.name, before.name, lastYear?.name ?? '', '算法']
  const lines = (title: string, rows: FigureRow[]): Cell[][] =>
    rows.map((row) => [title, row.name, row.count, row.before, row.lastYear, ''])
  const shares = figures.indicators.flatMap(
    ({ id, now, before: then, lastYear: ago }): Cell[][] => {
      const { name, formula } = indicators[id]
      return [
        [
          '工作指标',
          name,
          percentWords(now),
          percentWords(then),
          ago && percentWords(ago),
          formula,
        ],
        ['工作指标', `${name}（分子）`, now.part, then.part, ago && ago.part, ''],
        ['工作指标', `${name}（分母）`, now.whole, then.whole, ago && ago.whole, ''],
      ]
    },
  )
  return csv(header, [
    ...lines('总数', [figures.received]),
    ...figures.tables.flatMap(({ id, rows }) => lines(figureTables[id], rows)),
    ...lines('转送办理', figures.referral),
    ...lines('提醒督办', figures.supervision),
    ...lines('承办较多的单位', figures.leads),
    ...lines('被投诉较多的单位', figures.accused),
    ...shares,
  ])
}
