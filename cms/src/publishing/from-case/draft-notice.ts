import { longDay } from '@portal/content/calendar/wording'
import { outcomes } from '@portal/content/schema/petition/outcome'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Core } from '@strapi/strapi'
import type { CaseRow } from '../../casework/record/case-record.ts'
import type { CaseFile } from '../../casework/rules/case/case-file.ts'
import type { NoticeDraft, Piece } from '../../contracts/papers/notice-draft.ts'
import { faultOfAccusation } from './case-choice.ts'
import { anonymise } from './anonymise.ts'
import type { CaseFacts } from './case-facts.ts'
import type { KnownOfCase } from './find-removals.ts'
import { standingNotice } from './linked-notices.ts'

const answered: CaseState[] = ['replied', 'reviewed', 're-reviewed', 'closed']

/** Why no notice is begun from a case; null where one may be. */
export async function refusalOf(
  strapi: Core.Strapi,
  row: CaseRow,
  file: CaseFile,
): Promise<string | null> {
  const fault = faultOfAccusation(row)
  if (fault) return `${fault}。`
  if (file.reply === null) return '这一件没有书面答复，没有可以公示的结果。'
  if (!answered.includes(file.state)) return '这一件还在办理：答复、复查、复核或者办结以后再公示。'
  const other = await standingNotice(strapi, row.number, null)
  return other
    ? `这一件已经有公示“${other.title}”（${other.word}）。那一篇撤下以后，才能再写。`
    : null
}

const joint = (parts: Piece[][]): Piece[] =>
  parts.flatMap((part, place) =>
    place === 0 ? part : [{ kind: 'text' as const, text: '\n\n' }, ...part],
  )

/** The words of a case that a notice is made of, and what of them is taken out. */
export function fieldsOfNotice(file: CaseFile, known: KnownOfCase): NoticeDraft['fields'] {
  const of = (text: string) => anonymise(text.trim(), known)
  const parts = file.replyParts
  const body = parts ? [parts.facts, parts.opinion] : [file.reply?.text ?? '']
  const later = file.opinions.map(({ text }) => text)
  return {
    title: of(file.title),
    request: of(parts?.request || file.request),
    body: joint([...body, ...later].filter((text) => text.trim() !== '').map(of)),
    basis: of(parts?.basis ?? ''),
  }
}

/** What stays out, and what no program could judge, a sentence each. */
export function notesOf(file: CaseFile, fields: NoticeDraft['fields'], facts: CaseFacts): string[] {
  const doubts = Object.values(fields)
    .flat()
    .filter(({ kind }) => kind === 'doubt').length
  const count = file.attachments.length
  return [
    '信访人写的事实和理由、补充材料、评价都不放进公示，只用诉求和答复。',
    count > 0 ? `${count} 个附件不放进公示：里面的字和画面，程序没有看过。` : '',
    doubts > 0 ? `画了虚线的 ${doubts} 处也许是姓名，程序拿不准：请逐处看，是的就点一下隐去。` : '',
    '没有标出来的姓名、绰号，和只有熟人才认得出的细节，程序认不出来，请通读一遍。',
    file.opinions.length > 0 ? '复查、复核的意见接在答复后面：请按最后的结果改写。' : '',
    facts.topic === null ? '问题领域已经不在名单里：请在公示里选。' : '',
    facts.region === null ? '问题属地没有对上：请在公示里选到社区（村）。' : '',
    facts.unit === null ? '承办单位已经不在名单里：请在公示里选。' : '',
  ].filter(Boolean)
}

/** Everything that the page on which a notice is begun shows. */
export function draftOf(
  row: CaseRow,
  file: CaseFile,
  known: KnownOfCase,
  facts: CaseFacts,
): Omit<NoticeDraft, 'refused' | 'notices'> {
  const fields = fieldsOfNotice(file, known)
  return {
    number: file.number,
    title: file.title,
    fields,
    facts: [
      { name: '信访类别', value: facts.category },
      { name: '问题领域', value: facts.topic?.name ?? '没有对上' },
      { name: '问题属地', value: facts.region?.name ?? '没有对上' },
      { name: '承办单位', value: facts.unit?.name ?? '没有对上' },
      { name: '收到日期', value: longDay(facts.receivedOn) },
      { name: '答复日期', value: longDay(facts.repliedOn) },
    ],
    notes: notesOf(file, fields, facts),
    outcomes: Object.values(outcomes),
    seen: { revision: row.revision, steps: row.steps.length },
  }
}
