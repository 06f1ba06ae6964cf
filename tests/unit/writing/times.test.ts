import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  readClockSpan,
  readClockTime,
  readMoment,
  writeMoment,
} from '../../../cms/src/writing/times.ts'

for (const [typed, kept] of [
  ['9:00', '09:00'],
  ['9：00', '09:00'],
  ['９：３０', '09:30'],
  ['9点', '09:00'],
  ['9点30分', '09:30'],
  ['9时5分', '09:05'],
  ['9.30', '09:30'],
  ['9', '09:00'],
  ['0900', '09:00'],
  ['09:00', '09:00'],
  [' 14 : 30 ', '14:30'],
  ['九点', '09:00'],
  ['九点半', '09:30'],
  ['十二点', '12:00'],
  ['二十点整', '20:00'],
  ['两点一刻', '02:15'],
  ['下午2点三刻', '14:45'],
  ['下午两点半', '14:30'],
  ['上午9:00', '09:00'],
  ['中午12点', '12:00'],
  ['晚上8点', '20:00'],
  ['23:59', '23:59'],
  ['0:00', '00:00'],
  ['24:00', undefined],
  ['9:60', undefined],
  ['25点', undefined],
  ['上班以后', undefined],
  ['', undefined],
  ['9:00-11:30', undefined],
  ['十十点', undefined],
] as const) {
  it(`a time of day: ${typed || 'nothing'}`, () => assert.equal(readClockTime(typed), kept))
}

for (const [typed, kept] of [
  ['9:00—11:30', '09:00—11:30'],
  ['9:00-11:30', '09:00—11:30'],
  ['9点到11点半', '09:00—11:30'],
  ['下午2点至4点', '14:00—16:00'],
  ['8:30 ～ 17:00', '08:30—17:00'],
  ['9点', '09:00'],
  ['11:30-11:00', undefined],
  ['全天', undefined],
  ['9点到', undefined],
] as const) {
  it(`a span: ${typed}`, () => assert.equal(readClockSpan(typed), kept))
}

for (const [typed, kept, shown] of [
  ['65', 65, '1:05'],
  ['1:05', 65, '1:05'],
  ['1：05', 65, '1:05'],
  ['1分5秒', 65, '1:05'],
  ['90秒', 90, '1:30'],
  ['2分', 120, '2:00'],
  ['7.5', 7.5, '0:07.5'],
  ['1:02:03', 3723, '1:02:03'],
  ['0', 0, '0:00'],
] as const) {
  it(`a moment of a film: ${typed}`, () => {
    assert.equal(readMoment(typed), kept)
    assert.equal(writeMoment(kept), shown)
    assert.equal(readMoment(shown), kept)
  })
}
it('no moment of a film', () => {
  for (const typed of ['', '开头', '1:75', '-5']) assert.equal(readMoment(typed), undefined)
})
