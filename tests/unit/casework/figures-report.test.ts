import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smallestCell } from '@portal/content/figures/hide-small'
import { publicFigures } from '@portal/content/schema/entries/public-figures'
import {
  figureTables,
  indicators,
  type FigureRow,
  type FiguresAnswer,
  type FigureTable,
  type IndicatorId,
} from '../../../cms/src/contracts/figures/figures.ts'
import { reportKinds, type ReportKind } from '../../../cms/src/contracts/figures/report-papers.ts'
import { publicRecord } from '../../../cms/src/casework/figures/public-record.ts'
import { wordsOfReport } from '../../../cms/src/casework/figures/report-words.ts'
import { faultOfTemplate, fillTemplate } from '../../../cms/src/casework/papers/fill-template.ts'
import { ownReportTemplate } from '../../../cms/src/casework/papers/own-report-template.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { convert } from '../../support/files/word-conversion.ts'

const rowsOf = (counts: readonly number[]): FigureRow[] =>
  counts.map((count, at) => ({ key: `${at}`, name: `第${at}项`, count, before: 1, lastYear: 0 }))
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

function answerOf(counts: readonly number[]): FiguresAnswer {
  const shares = { part: counts[0] ?? 0, whole: sum(counts) }
  return {
    period: { id: '2026-11', name: '2026年11月', kind: 'month', over: true },
    before: { id: '2026-10', name: '2026年10月' },
    lastYear: { id: '2025-11', name: '2025年11月' },
    months: [],
    years: [],
    trend: [],
    unread: 0,
    released: null,
    reading: null,
    figures: {
      received: { key: 'received', name: '收到', count: sum(counts), before: 3, lastYear: 0 },
      tables: (Object.keys(figureTables) as FigureTable[]).map((id) => ({
        id,
        rows: rowsOf(counts),
      })),
      referral: rowsOf(counts),
      supervision: rowsOf([]),
      leads: rowsOf([]),
      accused: rowsOf([2]),
      indicators: (Object.keys(indicators) as IndicatorId[]).map((id) => ({
        id,
        now: shares,
        before: { part: 0, whole: 0 },
        lastYear: null,
      })),
    },
  }
}

describe('the bulletin and the yearly report', () => {
  for (const kind of Object.keys(reportKinds) as ReportKind[]) {
    it(`${reportKinds[kind].name}: our template has what it needs, and all of it is filled in`, async () => {
      const template = await ownReportTemplate(kind)
      assert.equal(await faultOfTemplate(kind, template), null)
      const words = wordsOfReport(answerOf([12, 30]), '青禾区信访局', '2026-12-01')
      const converted = await convert(fillTemplate(template, words))
      assert.ok(converted.ok)
      const { markdown } = converted
      assert.doesNotMatch(markdown, /[〔〕]|undefined/)
      assert.match(markdown, /收到信访事项42件，比2026年10月增加 39 件，比2025年11月增加 42 件/)
      assert.match(markdown, /第1项/)
      assert.match(markdown, /28\.6%（12\/42）/)
      assert.match(markdown, /2026年12月1日/)
    })
  }

  it('refuses a template that lacks what is reported, or has what nobody knows', async () => {
    const whole = ['时段', '收到件数', '#指标', '名称', '/指标', '日期']
    const file = (names: string[]) =>
      packDocx({ body: names.map((name) => p(`〔${name}〕`)).join('') })
    assert.equal(await faultOfTemplate('bulletin', await file(whole)), null)
    assert.match(
      (await faultOfTemplate('bulletin', await file(whole.slice(0, 2)))) ?? '',
      /缺少〔指标〕〔日期〕/,
    )
    assert.match(
      (await faultOfTemplate('bulletin', await file([...whole, '信访人']))) ?? '',
      /没有〔信访人〕/,
    )
    assert.match((await faultOfTemplate('bulletin', await file(['#指标', ...whole]))) ?? '', /成对/)
  })
})

describe('the public record of a month', () => {
  it('holds counts only, none of them small, and no unit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (counts) => {
        const record = publicFigures.parse(
          publicRecord('2026-11', answerOf(counts).figures, '2026-12-01'),
        )
        const cells = [...record.tables.flatMap(({ rows }) => rows), ...record.done]
        for (const { count } of cells) assert.ok(count === null || count >= smallestCell)
        if (sum(counts) < smallestCell)
          assert.deepEqual([record.received, record.tables], [null, []])
        assert.deepEqual(Object.keys(record).sort(), [
          'done',
          'indicators',
          'month',
          'received',
          'releasedOn',
          'tables',
        ])
      }),
    )
  })
})
