import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { table } from '../../support/case/calendar.ts'
import { anyRow, deskTables, importNow, row } from '../../support/case/incoming.ts'
import type { CaseEvent } from '../../../cms/src/casework/events/event.ts'
import { eventBody } from '../../../cms/src/casework/events/event.ts'
import { caseLine, caseTableHead } from '../../../cms/src/casework/hand-over/case-line.ts'
import { cellsOf } from '../../../cms/src/casework/hand-over/cells-of-case.ts'
import type { CaseCells } from '../../../cms/src/contracts/cases/case-columns.ts'
import { handedCaseOf } from '../../../cms/src/casework/hand-over/handed-case.ts'
import { checkCells } from '../../../cms/src/casework/import/check-cells.ts'
import { cellsInRow } from '../../../cms/src/casework/import/cells-in-row.ts'
import { guessColumns } from '../../../cms/src/casework/import/guess-columns.ts'
import { readHanded } from '../../../cms/src/casework/import/read-handed.ts'
import { readTable } from '../../../cms/src/casework/import/read-table.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'

const told = { source: '上级信访系统', history: [] }

/** The events that a row comes to, as they would be stored. */
function eventsOf(cells: CaseCells): CaseEvent[] {
  const checked = checkCells(cells, deskTables, told, importNow)
  if (!checked.ok) return assert.fail(JSON.stringify(checked.faults))
  const { body, later, receivedAt } = checked.incoming
  const more = { statusRecipient: 'age1', access: {}, importedAt: importNow.toISOString() }
  const first = { at: receivedAt, actor: { kind: 'staff', id: 1, name: '张' } as const }
  return [{ ...first, body: { ...body, ...more } }, ...later].map((event, index) => ({
    ...event,
    body: eventBody.parse(event.body),
    number: '1234567890123456',
    sequence: index + 1,
  }))
}

/** What a case is again as a row, without what another system makes of it by itself. */
function again(events: CaseEvent[]): CaseCells {
  return { ...cellsOf(projectCase(events), events, table), number: '', duty: '', lastDay: '' }
}

function faults(changes: Partial<CaseCells>): Record<string, string> {
  const checked = checkCells(row(changes), deskTables, told, importNow)
  return checked.ok
    ? {}
    : Object.fromEntries(checked.faults.map(({ column, words }) => [column, words]))
}

function tableOf(bytes: Uint8Array) {
  const read = readTable(bytes, 10_000)
  return read.ok ? read.table : assert.fail(read.reason)
}

describe('a case handed over and taken in again', () => {
  it('is the same case by CSV, whatever its course', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 3 }), (rows) => {
        const files = rows.map((cells) => {
          const events = eventsOf(cells)
          return cellsOf(projectCase(events), events, table)
        })
        const read = tableOf(Buffer.from(caseTableHead + files.map(caseLine).join('')))
        const mapping = guessColumns(read.header)
        assert.equal(read.rows.length, rows.length)
        read.rows.forEach(({ cells }, index) => {
          const { cells: back, faults } = cellsInRow(cells, mapping)
          assert.deepEqual(faults, [])
          assert.deepEqual({ ...back, number: '', duty: '', lastDay: '' }, rows[index])
          assert.deepEqual(again(eventsOf(back)), rows[index])
        })
      }),
      { numRuns: 150 },
    )
  })

  it('is the same case by JSON, with what the petitioner was told', () => {
    fc.assert(
      fc.property(anyRow, (cells) => {
        const events = eventsOf(cells)
        const file = { format: 'petition-hand-over', version: 2, madeAt: importNow.toISOString() }
        const cases = [handedCaseOf(events, table)]
        const json = JSON.stringify({ ...file, office: '某区', reason: '移交', cases, unread: [] })
        const read = readHanded(json, 10_000)
        if (!read.ok) return assert.fail(read.reason)
        const one = read.rows[0]?.read ?? assert.fail('not read')
        assert.deepEqual(again(eventsOf(one.cells)), cells)
        assert.equal(one.history.length, events.filter(({ body }) => body.told !== null).length)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every digit of a long number, and runs no formula', () => {
    const line = caseLine(
      row({ externalNumber: '20261128000000123456', phone: '057187650000', title: '=1+1\n@x' }),
    )
    assert.match(line, /2026 1128 0000 0012 3456/)
    assert.match(line, /,0571 8765 0000,/)
    assert.match(line, /,"'=1\+1\n@x",/)
  })
})

describe('the clocks of a case from another system', () => {
  it('count from the days on which things happened there', () => {
    const days = {
      registeredAt: '2026年11月3日',
      referredAt: '2026/11/4',
      acceptedAt: '20261109',
      unit: lightingName,
      extendedDays: '30日',
    }
    const file = projectCase(eventsOf(row(days)))
    const handle = runningClocks(file, table).find(({ clock }) => clock === 'handle')
    // The sixty days after 9 November, and thirty more (art. 34).
    assert.deepEqual([handle?.startedOn, handle?.lastDay], ['2026-11-09', '2027-02-07'])
    assert.equal(file.state, 'accepted')
    assert.deepEqual(file.imported?.externalNumber, 'WX20260001')
  })

  it('gives an accusation to no unit, and tells what was left out', () => {
    const cells = row({
      category: '检举控告',
      registeredAt: '2026-11-03',
      referredAt: '2026-11-04',
      unit: lightingName,
      state: '已转送承办单位',
    })
    const checked = checkCells(cells, deskTables, told, importNow)
    assert.ok(checked.ok && checked.incoming.withoutUnits)
    const events = eventsOf(cells)
    assert.deepEqual(
      events.map(({ body }) => body.kind),
      ['imported', 'registered'],
    )
    assert.match(JSON.stringify(checked.incoming.body.history), /已转送承办单位.*城市管理/)
  })
})

const lightingName = '区城市管理和综合执法局'

describe('a row that cannot be taken in', () => {
  it('is told by column what to do', () => {
    const cases: [Partial<CaseCells>, string, RegExp][] = [
      [{ externalNumber: '', number: '' }, '外部编号', /编号/],
      [{ category: '其他' }, '信访类别', /建议意见、检举控告或者申诉求决/],
      [{ topic: '天文' }, '问题领域', /留空/],
      [{ region: '月球' }, '问题属地', /留空/],
      [{ channel: '托梦' }, '信访形式', /来访/],
      [{ phone: '123' }, '联系电话', /11 位/],
      [{ idNumber: '110101199003070000' }, '证件号码', /文本/],
      [{ idNumber: '11010119900307' }, '证件号码', /18 位/],
      [{ people: '很多' }, '人数', /数字/],
      [{ request: '', facts: '' }, '事实与理由', /诉求/],
      [{ receivedAt: '' }, '收到时间', /期限/],
      [{ receivedAt: '45992' }, '收到时间', /2026-11-03/],
      [{ receivedAt: '2026-02-30' }, '收到时间', /没有 30 日/],
      [{ receivedAt: '2030-01-01' }, '收到时间', /还没有到/],
      [{ registeredAt: '2026-11-01' }, '登记时间', /还早/],
      [{ referredAt: '2026-11-04' }, '承办单位', /要填写/],
      [{ referredAt: '2026-11-04', unit: '区天文局' }, '承办单位', /名单/],
      [{ state: '已办结' }, '办理状态', /要填写“办结时间”/],
      [{ state: '登记', closedAt: '2026-11-05' }, '办理状态', /与办理状态不符/],
      [{ state: '已升天' }, '办理状态', /没有这种状态/],
      [{ withdrawnAt: '2026-11-05', closedAt: '2026-11-05' }, '办结时间', /只能有一个/],
      [{ extendedDays: '31' }, '延期天数', /30 日/],
      [{ extendedDays: '3' }, '延期天数', /受理时间/],
      [{ satisfaction: '一般' }, '群众评价', /基本满意/],
      [{ title: '长'.repeat(201) }, '标题', /删去/],
      [{ email: 'x' }, '电子邮箱', /example/],
      [{ creditCode: '91' }, '统一社会信用代码', /18 位/],
    ]
    for (const [changes, column, words] of cases) {
      assert.match(faults(changes)[column] ?? '', words, JSON.stringify(changes))
    }
    // What a petitioner wrote stands in no fault, also where columns are mixed up.
    const canary = '雀阳湾七号楼的丁一'
    const mixed = { receivedAt: canary, topic: canary, unit: canary, state: canary, phone: canary }
    const said = JSON.stringify(faults({ ...mixed, satisfaction: canary, channel: canary }))
    assert.doesNotMatch(said, /雀阳湾/)
  })

  it('is taken in where something is not known', () => {
    const least = { source: '', topic: '', region: '', name: '', phone: '', title: '', request: '' }
    assert.deepEqual(faults(least), {})
    assert.equal(eventsOf(row(least))[0]?.body.kind, 'imported')
  })
})
