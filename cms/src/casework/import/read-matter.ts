import { countCharacters } from '@portal/content/characters/typed-text'
import { categories, type Category } from '@portal/content/schema/petition/category'
import { satisfactions, type Satisfaction } from '@portal/content/schema/petition/evaluation'
import type { CaseState } from '@portal/content/schema/petition/state'
import { longestExtension } from '../../contracts/cases/desk-state.ts'
import { registerChannels, type RegisterChannel } from '../../contracts/cases/registration.ts'
import type { NewEvent } from '../events/event.ts'
import { caseColumns, type CaseCells, type CaseColumn } from '../../contracts/cases/case-columns.ts'
import type { Stage } from '../hand-over/course.ts'
import { unknownName } from '../record/place-names.ts'
import { unitNamed, type DeskTables } from './desk-tables.ts'
import type { ImportedUnits } from './events-of-course.ts'
import type { Fail } from './read-petitioner.ts'

const longest: Partial<Record<CaseColumn, number>> = {
  title: 200,
  request: 20_000,
  facts: 20_000,
  reply: 20_000,
  review: 20_000,
  reReview: 20_000,
  declineReason: 2000,
  comment: 500,
  representatives: 2000,
  attachments: 20_000,
}

const channelWords: Record<string, RegisterChannel> = {
  走访: 'visit',
  信件: 'letter',
  写信: 'letter',
  电话: 'call',
  来电话: 'call',
  网格走访: 'grid',
}

/** Whether every cell is within its bounds. */
export function checkLengths(cells: CaseCells, fail: Fail): void {
  for (const [name, text] of Object.entries(cells) as [CaseColumn, string][]) {
    const most = longest[name] ?? 200
    const count = countCharacters(text)
    if (count > most) fail(name, `最多 ${most} 个字，现在有 ${count} 个字，请删去一些。`)
  }
}

/** The category that a cell says. */
export function readCategory(word: string, fail: Fail): Category {
  const plain = word.replace(/[类、\s]/g, '')
  const found = (Object.keys(categories) as Category[]).find(
    (code) => categories[code].name === plain || categories[code].name.slice(0, 2) === plain,
  )
  if (!found) {
    const names = Object.values(categories).map(({ name }) => name)
    fail('category', `请写${names.slice(0, -1).join('、')}或者${names.at(-1)}。`)
  }
  return found ?? 'claim'
}

/** How a petition came; undefined of the online form. */
export function readChannel(word: string, fail: Fail): RegisterChannel | undefined {
  if (word === '' || /^(?:网上|网上信访|网络|互联网)$/.test(word)) return undefined
  const found = (Object.keys(registerChannels) as RegisterChannel[]).find(
    (code) => registerChannels[code] === word,
  )
  if (!found && !channelWords[word]) {
    fail('channel', '请写来访、来信、来电、网格走访排查，或者留空（网上）。')
  }
  return found ?? channelWords[word]
}

/** A topic or a place that is in the table of the desk, or is left open. */
export function readListed(
  column: 'topic' | 'region',
  word: string,
  list: ReadonlySet<string>,
  fail: Fail,
): string {
  if (word === '' || word === unknownName) return unknownName
  if (!list.has(word)) {
    const what = caseColumns[column]
    fail(
      column,
      `本系统没有这个${what}：请改成办件页“筛选和排序”里列出的一个，或者留空，导入后再更正。`,
    )
  }
  return word
}

const needsUnit: CaseState[] = ['referred', 'accepted', 'declined', 'replied']

/** The units that have the case, by the names that the desk has for them. */
export function readUnits(
  cells: CaseCells,
  tables: DeskTables,
  course: Stage[],
  fail: Fail,
): ImportedUnits {
  const named = (column: 'unit' | 'besideUnits', name: string) => {
    const unit = unitNamed(tables, name)
    if (!unit) fail(column, '单位名单里没有这个单位：请改成名单里的名称。')
    return unit ?? null
  }
  const lead = cells.unit === '' ? null : named('unit', cells.unit)
  const beside = cells.besideUnits
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => named('besideUnits', name) ?? [])
    .filter(({ id }) => id !== lead?.id)
  const asking = course.find(({ state }) => needsUnit.includes(state))
  if (asking && cells.unit === '') fail('unit', '已经转送、受理或者答复的，要填写承办单位。')
  return { lead, beside }
}

/** Days by which the time for handling was extended (art. 34). */
export function readDays(cells: CaseCells, course: Stage[], fail: Fail): number {
  const text = cells.extendedDays.normalize('NFKC').replace(/[天日]$/, '')
  if (text === '') return 0
  const days = /^\d{1,3}$/.test(text) ? Number(text) : -1
  if (days < 0 || days > longestExtension) {
    fail('extendedDays', `延期最多 ${longestExtension} 日（条例第三十四条），请用数字写。`)
  } else if (days > 0 && !course.some(({ state }) => state === 'accepted')) {
    fail('extendedDays', '延期的，要填写受理时间。')
  }
  return days
}

/** The evaluation, as an event of the last day that is known of the case. */
export function evaluatedAfter(cells: CaseCells, course: Stage[], fail: Fail): NewEvent[] {
  const word = cells.satisfaction
  const last = course.at(-1)
  if (word === '' || !last) return []
  const found = (Object.keys(satisfactions) as Satisfaction[]).find(
    (code) => satisfactions[code] === word,
  )
  if (!found) {
    fail('satisfaction', `请写${Object.values(satisfactions).join('、')}，或者留空。`)
    return []
  }
  const told = `信访人评价：${word}。`
  const body = { kind: 'evaluated', told, satisfaction: found, comment: cells.comment, names: [] }
  return [{ at: last.at, actor: { kind: 'petitioner' }, body } as NewEvent]
}
