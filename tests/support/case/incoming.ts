import fc from 'fast-check'
import { idNumberCheck } from '@portal/content/schema/petition/id-number'
import { caseStates } from '@portal/content/schema/petition/state'
import { declineGrounds } from '../../../cms/src/contracts/cases/decline-grounds.ts'
import { emptyCells, type CaseCells } from '../../../cms/src/contracts/cases/case-columns.ts'
import { writeMoment } from '../../../cms/src/casework/hand-over/cells-of-case.ts'
import { momentOf } from '../../../cms/src/casework/hand-over/course.ts'
import type { DeskTables } from '../../../cms/src/casework/import/desk-tables.ts'
import { civil, lighting } from './facts.ts'

/** The tables of a made-up desk. */
export const deskTables: DeskTables = {
  topics: new Set(['交通出行', '劳动和社会保障']),
  regions: new Set(['青禾区', '青禾区 城西街道 柳岸社区']),
  units: new Map([lighting, civil].map((unit) => [unit.name, unit])),
}

export const importNow = new Date('2026-11-28T06:00:00.000Z')

/** A row of another system that is in order, with changes. */
export function row(changes: Partial<CaseCells> = {}): CaseCells {
  return {
    ...emptyCells,
    externalNumber: 'WX20260001',
    source: '上级信访系统',
    category: '申诉求决',
    topic: '交通出行',
    region: '青禾区 城西街道 柳岸社区',
    name: '丁一',
    phone: '13800000000',
    title: '小区路灯不亮',
    request: '请修好路灯。',
    facts: '三号楼前的路灯坏了两个月。',
    receivedAt: '2026-11-02 09:30:00',
    ...changes,
  }
}

const text = fc
  .string({
    unit: fc.constantFrom(...'请修路灯=+-@\'",;：0019E/\n 甲乙'),
    minLength: 1,
    maxLength: 40,
  })
  .map((value) => value.trim().replace(/\n+/g, '\n'))
  .filter((value) => value !== '')
const oneLine = text.map((value) => value.replace(/\s+/g, ' ').trim() || '甲')

const idNumber = fc.integer({ min: 0, max: 999 }).map((serial) => {
  const digits = `11010119900307${String(serial).padStart(3, '0')}`
  return digits + idNumberCheck(digits)
})

const paths = [
  ['received'],
  ['received', 'registered'],
  ['received', 'registered', 'referred'],
  ['received', 'registered', 'referred', 'accepted'],
  ['received', 'registered', 'referred', 'declined'],
  ['received', 'registered', 'referred', 'accepted', 'replied'],
  ['received', 'registered', 'referred', 'accepted', 'replied', 'closed'],
  ['received', 'registered', 'referred', 'accepted', 'replied', 'reviewing', 'reviewed'],
  [
    ...['received', 'registered', 'referred', 'accepted', 'replied', 'reviewing', 'reviewed'],
    ...['re-reviewing', 're-reviewed', 'closed'],
  ],
  ['received', 'withdrawn'],
  ['received', 'closed'],
] as (keyof typeof momentOf)[][]

function coursed(path: (keyof typeof momentOf)[], start: number, gaps: number[], words: string) {
  const cells: Partial<CaseCells> = { state: caseStates[path.at(-1)!] }
  let at = start
  path.forEach((state, index) => {
    at += (gaps[index] ?? 0) * 1000
    cells[momentOf[state]] = writeMoment(new Date(at).toISOString())
  })
  const has = (state: string) => path.includes(state as never)
  if (has('referred')) {
    cells.unit = lighting.name
    if (words.length % 2 === 0) cells.besideUnits = civil.name
  }
  if (has('accepted') && words.length % 3 === 0) cells.extendedDays = '20'
  if (has('declined')) {
    Object.assign(cells, { declineGround: declineGrounds.litigation.name, declineReason: words })
  }
  if (has('replied')) cells.reply = words
  if (has('reviewed')) Object.assign(cells, { reviewBody: '青禾区人民政府', review: words })
  if (has('re-reviewed')) Object.assign(cells, { reReviewBody: '青云市人民政府', reReview: words })
  if (has('replied') && words.length % 2 === 1) {
    Object.assign(cells, { satisfaction: '基本满意', comment: words.slice(0, 20).trim() })
  }
  return cells
}

/** Rows of any course that are in order. */
export const anyRow: fc.Arbitrary<CaseCells> = fc
  .record({
    path: fc.constantFrom(...paths),
    start: fc
      .integer({ min: 0, max: 300 * 86_400 })
      .map((seconds) => Date.UTC(2025, 9, 1) + seconds * 1000),
    gaps: fc.array(fc.integer({ min: 0, max: 5 * 86_400 }), { minLength: 11, maxLength: 11 }),
    words: text,
    externalNumber: fc.stringMatching(/^[A-Z]{0,2}\d{1,20}$/),
    cells: fc.record({
      category: fc.constantFrom('建议意见', '申诉求决'),
      topic: fc.constantFrom('交通出行', '名单里没有'),
      channel: fc.constantFrom('网上', '来访', '来信', '来电', '网格走访排查'),
      name: fc.oneof(fc.constant(''), oneLine),
      phone: fc.constantFrom('', '13800000000', '057187650000', '057187650000-802'),
      address: fc.oneof(fc.constant(''), oneLine),
      idNumber: fc.oneof(fc.constant(''), idNumber),
      contact: fc.oneof(fc.constant(''), oneLine),
      people: fc.constantFrom('', '2', '120'),
      representatives: fc.constantFrom('', '甲，13800000001\n乙'),
      email: fc.constantFrom('', 'ding.yi@example.com'),
      title: oneLine,
      request: text,
      facts: text,
    }),
  })
  .map(({ path, start, gaps, words, externalNumber, cells }) =>
    row({ ...cells, externalNumber, ...coursed(path, start, gaps, words) }),
  )
