import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { takeAppeal } from '../../../cms/src/casework/rules/petitioner/later-messages.ts'
import { decide } from '../../../cms/src/casework/rules/actions/decide.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { alone, received, shanghai, table, type Move } from '../../support/case/calendar.ts'
import { caseOf, lighting } from '../../support/case/facts.ts'

type Act = { what: string; moves: Move[]; at: string; inTime: boolean }

const untilReply = (at: string): Move[] => [received, [at, 'replied']]
const appeals: Act[] = [
  {
    what: '最后一天的最后一秒',
    moves: untilReply('2026-09-01 09:00'),
    at: '2026-10-08 23:59:59',
    inTime: true,
  },
  {
    what: '第二天零点',
    moves: untilReply('2026-09-01 09:00'),
    at: '2026-10-09 00:00:00',
    inTime: false,
  },
  {
    what: '第 30 日遇假期，节后第一天',
    moves: untilReply('2026-01-16 09:00'),
    at: '2026-02-24 10:00',
    inTime: true,
  },
  {
    what: '节后第二天',
    moves: untilReply('2026-01-16 09:00'),
    at: '2026-02-25 10:00',
    inTime: false,
  },
  {
    what: '没有工作日表，不能说迟了',
    moves: untilReply('2026-12-10 09:00'),
    at: '2027-01-20 10:00',
    inTime: true,
  },
  {
    what: '已经办结，仍在期限内',
    moves: [...untilReply('2026-03-02 09:00'), ['2026-03-10 09:00', 'closed']],
    at: '2026-04-01 10:00',
    inTime: true,
  },
]
const objections: Act[] = [
  {
    what: '第五个工作日的最后一秒',
    moves: [received, ['2026-02-12 11:00', 'referred']],
    at: '2026-02-26 23:59:59',
    inTime: true,
  },
  {
    what: '第六个工作日零点',
    moves: [received, ['2026-02-12 11:00', 'referred']],
    at: '2026-02-27 00:00:00',
    inTime: false,
  },
  {
    what: '调休上班的周日也算一天',
    moves: [received, ['2026-09-18 11:00', 'referred']],
    at: '2026-09-25 00:00:00',
    inTime: false,
  },
]
const extensions: Act[] = [
  {
    what: '最后一天还可以延期',
    moves: [received, ['2026-01-31 09:00', 'accepted']],
    at: '2026-04-01 23:59:59',
    inTime: true,
  },
  {
    what: '过了就不能',
    moves: [received, ['2026-01-31 09:00', 'accepted']],
    at: '2026-04-02 00:00:00',
    inTime: false,
  },
]

describe('what is in time and what is late', () => {
  const fileOf = ({ moves }: Act) =>
    caseOf(moves.map(([at, state]) => [shanghai(at).toISOString(), state]))
  const check = (name: string, acts: Act[], isTaken: (file: CaseFile, at: Date) => boolean) => {
    for (const act of acts) {
      it(`${name} ${act.at}: ${act.what}`, () => {
        assert.equal(isTaken(fileOf(act), shanghai(act.at)), act.inTime)
      })
    }
  }
  const sent = { text: '不服。', files: [], names: [] }
  check('an appeal', appeals, (file, at) => {
    const matter = { ...file, evaluated: false }
    return takeAppeal(matter, 'review', sent, at.toISOString(), table).started
  })
  const bureau = { kind: 'bureau' } as const
  check('an objection', objections, (file, at) => {
    const action = { kind: 'object', unit: lighting, reason: '不属于本单位' } as const
    return decide(file, action, bureau, at, table, alone).ok
  })
  check('an extension', extensions, (file, at) => {
    return decide(file, { kind: 'extend', days: 30, reason: '复杂' }, bureau, at, table, alone).ok
  })
})

describe('periods that became longer', () => {
  it('60 days and 30 more, from 31 January: 1 May, though it is a holiday', () => {
    const at = shanghai('2026-03-20 09:00')
    const file = caseOf([
      [shanghai('2026-01-05 09:00').toISOString(), 'received'],
      [shanghai('2026-01-31 09:00').toISOString(), 'accepted'],
    ])
    const extended = {
      ...file,
      steps: [
        ...file.steps,
        {
          at: at.toISOString(),
          state: 'accepted' as const,
          text: '',
          by: '',
          event: 'extended' as const,
          days: 30,
        },
      ],
    }
    assert.equal(runningClocks(extended, table).at(-1)?.lastDay, '2026-05-01')
  })

  it('a hearing of seven days in a re-review: 31 March becomes 7 April', () => {
    const file = caseOf([
      [shanghai('2025-12-01 09:00').toISOString(), 'received'],
      [shanghai('2026-01-05 09:00').toISOString(), 'replied'],
      [shanghai('2026-01-20 09:00').toISOString(), 'reviewing'],
      [shanghai('2026-02-10 09:00').toISOString(), 'reviewed'],
      [shanghai('2026-03-01 09:00').toISOString(), 're-reviewing'],
    ])
    const step = {
      at: file.receivedAt,
      state: 're-reviewing' as const,
      text: '',
      by: '',
      event: 'heard' as const,
      days: 7,
    }
    assert.equal(runningClocks(file, table).at(-1)?.lastDay, '2026-03-31')
    const heard = { ...file, steps: [...file.steps, step] }
    assert.equal(runningClocks(heard, table).at(-1)?.lastDay, '2026-04-07')
  })
})
