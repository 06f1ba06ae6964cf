import type { EventKind } from '../events/event.ts'

/** What is counted: an event of a case, or a letter that got its number. */
type Counted = EventKind | 'letter-reminder' | 'letter-supervision'

/** How what was done is counted: a row, and what is counted in it. A new kind of event is to be looked at here. */
type Row = { key: string; name: string; kinds: readonly Counted[] }

/** 转送、交办 and what follows from it (arts. 22, 23, 34). */
export const referralRows: Row[] = [
  { key: 'referred', name: '转送、交办', kinds: ['referred'] },
  { key: 'units-added', name: '增加承办单位', kinds: ['units-added'] },
  { key: 'accepted', name: '受理', kinds: ['accepted'] },
  { key: 'declined', name: '不予受理', kinds: ['declined'] },
  { key: 'objected', name: '单位提出异议', kinds: ['objected'] },
  { key: 'extended', name: '申请延期', kinds: ['extension-asked'] },
  { key: 'mediated', name: '调解', kinds: ['mediated'] },
  { key: 'heard', name: '听证', kinds: ['heard'] },
  { key: 'replied', name: '书面答复', kinds: ['replied'] },
  { key: 'settled', name: '网格当场解决', kinds: ['settled-on-the-spot'] },
  { key: 'appealed', name: '申请复查、复核', kinds: ['appealed'] },
  { key: 'reviewed', name: '复查、复核意见', kinds: ['reviewed'] },
  { key: 'closed', name: '办结', kinds: ['closed', 'settled-on-the-spot'] },
  { key: 'repeated', name: '认定为重复信访', kinds: ['repeat-of'] },
]

/** 提醒、督办 (art. 41). A letter counts when its paper got its number, whether or not a step of the case says so. */
export const supervisionRows: Row[] = [
  { key: 'reminded', name: '期限提醒', kinds: ['reminded'] },
  { key: 'letter-reminder', name: '提醒函', kinds: ['letter-reminder'] },
  { key: 'letter-supervision', name: '督办函', kinds: ['letter-supervision'] },
  { key: 'answered', name: '单位回复督办', kinds: ['supervision-answered'] },
  { key: 'followed-up', name: '不满意件回访', kinds: ['followed-up'] },
  { key: 'recalled', name: '收回重新转送', kinds: ['recalled'] },
]
