import type { QueueQuestion } from '../../contracts/cases/queue.ts'
import { describeSearch } from '../record/describe-query.ts'
import type { Party } from '../rules/wall.ts'
import { tabsOf } from './tab-bits.ts'

const labels = {
  category: '信访类别',
  topic: '问题领域',
  region: '问题属地',
  unit: '承办单位',
  state: '办理状态',
  official: '包案领导',
  from: '收到日期',
  to: '收到日期',
  unsettled: '待确认单位',
  open: '没有办完',
} as const

/** What the queue was asked for, for the record of views: never the words, which may be a person's name. */
export function describeQuestion(question: QueueQuestion, party: Party): string {
  const { tab, q, page } = question
  const tabName = tabsOf(party).find(([each]) => each === tab)?.[1] ?? ''
  const narrowed = Object.entries(labels)
    .filter(([field]) => Boolean(question[field as keyof typeof labels]))
    .map(([, label]) => label)
  return [
    tabName,
    ...(q.trim() === '' ? [] : [describeSearch(q)]),
    ...(narrowed.length > 0 ? [`按${[...new Set(narrowed)].join('、')}筛选`] : []),
    ...(page > 1 ? [`第 ${page} 页`] : []),
  ].join('，')
}
