import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../../content/calendar/day.ts'
import { longDay, weekday } from '../../../content/calendar/wording.ts'
import { readDay, readDayAndTime, sayDay, writeDayAndTime } from '../../../cms/src/writing/days.ts'

const first = '1949-01-01'
const last = '2099-12-31'
const anyDay = fc.integer({ min: 0, max: 55_151 }).map((count) => addDays(first, count))
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const bare = (day: string) => day.split('-').map(Number).join('-')
const signs = '〇一二三四五六七八九'
const tens = (number: number) => {
  const [ten, one] = [Math.floor(number / 10), number % 10]
  return `${ten > 1 ? signs[ten] : ''}${ten > 0 ? '十' : ''}${one > 0 ? signs[one] : ''}`
}
const spelled = (day: string) => {
  const [year = '', month, date] = day.split('-')
  return `${year.replace(/\d/g, (digit) => signs[Number(digit)] ?? '')}年${tens(Number(month))}月${tens(Number(date))}日`
}
/** The ways in which people write a day. */
const ways: ((day: string) => string)[] = [
  (day) => day,
  bare,
  (day) => bare(day).replaceAll('-', '/'),
  (day) => day.replaceAll('-', '.'),
  (day) => bare(day).replaceAll('-', ' '),
  (day) => bare(day).replaceAll('-', ' - '),
  (day) => day.replaceAll('-', '–'),
  (day) => day.replaceAll('-', ''),
  longDay,
  (day) => longDay(day).replace('日', '号'),
  (day) => longDay(day).replace(/(\d+)/g, ' $1 '),
  sayDay,
  (day) => `${longDay(day)}（${weekday(day)}）`,
  spelled,
]

describe('a day as it is typed', () => {
  it('is that day, however it is written, in digits of either width, with blanks around', () => {
    const way = fc.constantFrom(...ways)
    const blank = fc.constantFrom('', ' ', '\u3000', '\t')
    fc.assert(
      fc.property(anyDay, way, fc.boolean(), blank, (day, write, isWide, around) => {
        const typed = `${around}${isWide ? wide(write(day)) : write(day)}${around}`
        assert.deepEqual(readDay(typed), { value: day }, typed)
      }),
      { numRuns: 3000 },
    )
  })

  it('is never another: what is read is written in the text, whatever the numbers', () => {
    // Mostly days that there are; a few numbers beyond, which are no part of one.
    const number = (min: number, max: number) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min, max }) },
        fc.integer({ min: 0, max: 2200 }),
      )
    const part = fc.constantFrom('-', '/', '.', ' ')
    fc.assert(
      fc.property(
        number(1900, 2100),
        number(1, 12),
        number(1, 31),
        part,
        (year, month, date, by) => {
          const read = readDay([year, month, date].join(by))
          if ('fault' in read) return
          assert.deepEqual(read.value.split('-').map(Number), [year, month, date])
        },
      ),
      { numRuns: 3000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'2026年月日-/. 130九十') }), (text) => {
        const read = readDay(text)
        if ('fault' in read) return
        assert.ok(read.value >= first && read.value <= last)
        assert.deepEqual(readDay(read.value), read)
      }),
      { numRuns: 3000 },
    )
  })

  for (const [typed, words] of [
    ['2026-02-30', '2026 年 2 月没有 30 日，请核对日期。'],
    ['2027年2月29日', '2027 年 2 月没有 29 日，请核对日期。'],
    ['2026-11-31', '2026 年 11 月没有 31 日，请核对日期。'],
    ['2026/13/1', '没有 13 月，请核对日期。'],
    ['20261131', '2026 年 11 月没有 31 日，请核对日期。'],
    ['1826/01/01', '年份 1826 不对：这里只收 1949 年到 2099 年的日期。'],
    ['0026-11-03', '年份 26 不对：这里只收 1949 年到 2099 年的日期。'],
    ['2206-11-03', '年份 2206 不对：这里只收 1949 年到 2099 年的日期。'],
    ['2026年11月3日 星期三', '2026年11月3日是星期二，不是星期三，请核对日期。'],
    ['11月3日', '“11月3日”没有看懂：请写成 2026-11-03 的样子。'],
    ['26-11-3', '“26-11-3”没有看懂：请写成 2026-11-03 的样子。'],
    ['11/3/2026', '“11/3/2026”没有看懂：请写成 2026-11-03 的样子。'],
    ['2026-11', '“2026-11”没有看懂：请写成 2026-11-03 的样子。'],
    ['2026113', '“2026113”没有看懂：请写成 2026-11-03 的样子。'],
    ['2026-11-033', '“2026-11-033”没有看懂：请写成 2026-11-03 的样子。'],
    ['2026-11-03 09:30', '“2026-11-03 09:30”没有看懂：请写成 2026-11-03 的样子。'],
    ['明天', '“明天”没有看懂：请写成 2026-11-03 的样子。'],
    ['', '“”没有看懂：请写成 2026-11-03 的样子。'],
  ] as const) {
    it(`is refused in words: ${typed || 'nothing'}`, () =>
      assert.deepEqual(readDay(typed), { fault: words }))
  }
})

describe('a day with a time', () => {
  it('is that minute in Shanghai, and is shown as it is read', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(anyDay, minutes, fc.constantFrom(...ways), (day, minute, write) => {
        const time = new Date(minute * 60_000).toISOString().slice(11, 16)
        const value = new Date(`${day}T${time}:00+08:00`).toISOString()
        assert.deepEqual(readDayAndTime(`${write(day)} ${time}`), { value })
        assert.equal(writeDayAndTime(value), `${day} ${time}`)
        assert.deepEqual(readDayAndTime(writeDayAndTime(value)), { value })
      }),
      { numRuns: 2000 },
    )
  })

  for (const [typed, value] of [
    ['2026年11月3日 下午2点', '2026-11-03T06:00:00.000Z'],
    ['2026年11月3日9点半', '2026-11-03T01:30:00.000Z'],
    ['2026年11月3日 星期二 09:30', '2026-11-03T01:30:00.000Z'],
    ['2026/11/3 9:05:07', '2026-11-03T01:05:07.000Z'],
    ['202611030930', '2026-11-03T01:30:00.000Z'],
    ['２０２６-１１-０３　９：３０', '2026-11-03T01:30:00.000Z'],
    ['2026-11-03', '2026-11-02T16:00:00.000Z'],
    ['2026-11-03T09:30', '2026-11-03T01:30:00.000Z'],
    ['2026-11-03T09:30:15.123Z', '2026-11-03T09:30:15.123Z'],
    ['2026-11-03T09:30:00+08:00', '2026-11-03T09:30:00+08:00'],
  ] as const) {
    it(`is read: ${typed}`, () => assert.deepEqual(readDayAndTime(typed), { value }))
  }

  for (const [typed, word] of [
    ['2026-02-30 09:30', '2 月没有 30 日'],
    ['2026-02-30T09:30:00Z', '2 月没有 30 日'],
    ['1826-01-01T09:30:00Z', '年份 1826 不对'],
    ['2026-11-03T25:30:00Z', '没有看懂'],
    ['2026-11-03 25:30', '没有看懂'],
    ['2026-11-03 9:60', '没有看懂'],
    ['2026-11-0309:30', '没有看懂'],
    ['2026-11-03 上班以后', '没有看懂'],
    ['9:30', '没有看懂'],
  ] as const) {
    it(`is refused in words: ${typed}`, () => {
      const read = readDayAndTime(typed)
      assert.ok('fault' in read && read.fault.includes(word), JSON.stringify(read))
    })
  }
})
