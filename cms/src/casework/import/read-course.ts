import { caseStates, type CaseState } from '@portal/content/schema/petition/state'
import { readDayAndTime } from '../../writing/days.ts'
import { caseColumns, type CaseCells } from '../../contracts/cases/case-columns.ts'
import { momentOf, procedure, rankOf, type Stage } from '../hand-over/course.ts'
import type { Fail } from './read-petitioner.ts'

/** What other systems call a state. */
const otherWords: Partial<Record<CaseState, string[]>> = {
  received: ['待登记', '未登记', '已收到'],
  registered: ['登记', '待转送', '待办理'],
  referred: ['已转送', '转送', '已交办', '交办', '已转办', '转办', '待受理'],
  accepted: ['已受理', '受理', '办理中', '正在办理', '在办'],
  declined: ['已不予受理', '不受理'],
  replied: ['答复', '已回复', '已出具意见'],
  reviewing: ['复查中', '复查'],
  reviewed: ['已复查', '复查完成'],
  're-reviewing': ['复核中', '复核'],
  're-reviewed': ['已复核', '复核完成'],
  closed: ['办结', '已结案', '结案', '办理完毕', '完结'],
  withdrawn: ['撤回', '已撤诉', '撤销'],
}

const strangeMoment = '日期没有看懂：请写成 2026-11-03 或者 2026-11-03 09:30 的样子。'

function stateOf(word: string): CaseState | undefined {
  return procedure.find(
    (state) => caseStates[state] === word || (otherWords[state] ?? []).includes(word),
  )
}

function checkState(word: string, last: CaseState, fail: Fail): void {
  if (word === '') return
  const state = stateOf(word)
  if (!state) {
    fail(
      'state',
      '没有这种状态：请改成已登记、已转送、已受理、已答复、已办结等，或者留空，按日期推算。',
    )
    return
  }
  if (state === last) return
  const [needed, found] = [caseColumns[momentOf[state]], caseColumns[momentOf[last]]]
  fail(
    'state',
    rankOf(state) > rankOf(last)
      ? `按办理状态，要填写“${needed}”。`
      : `填写了“${found}”，与办理状态不符：请改其中一个，或者把办理状态留空。`,
  )
}

/** The stages that a case has come through, in order, by the days that are given; none later than now. */
export function readCourse(cells: CaseCells, now: Date, fail: Fail): Stage[] {
  const stages = procedure.flatMap((state): Stage[] => {
    const column = momentOf[state]
    const typed = cells[column]
    if (typed === '') return []
    const read = readDayAndTime(typed)
    if ('fault' in read) {
      // A fault that shows what was typed might show what a petitioner wrote, where columns are mixed up.
      fail(column, read.fault.startsWith('“') ? strangeMoment : read.fault)
      return []
    }
    const at = new Date(read.value)
    if (at > now) fail(column, '这个日期还没有到，请核对。')
    return [{ state, at: at.toISOString() }]
  })
  if (cells.receivedAt === '') fail('receivedAt', '请填写收到的日期，期限从这一天算起。')
  stages.forEach((stage, index) => {
    const before = stages[index - 1]
    if (!before) return
    const [own, earlier] = [momentOf[stage.state], momentOf[before.state]]
    if (rankOf(stage.state) === rankOf(before.state)) {
      fail(own, `“${caseColumns[earlier]}”和“${caseColumns[own]}”只能有一个，请删去一个。`)
    } else if (stage.at < before.at) {
      fail(own, `“${caseColumns[own]}”比“${caseColumns[earlier]}”还早，请核对。`)
    }
  })
  checkState(cells.state, stages.at(-1)?.state ?? 'received', fail)
  return stages
}
