import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  describeEvent,
  mayOfficialRead,
  mayRead,
} from '../../../cms/src/casework/rules/event-words.ts'
import { endLeading, meet, takeOn } from '../../../cms/src/casework/rules/officials/leading.ts'
import {
  wallOfOfficial,
  type Official,
  type OfficialWall,
} from '../../../cms/src/casework/rules/officials/official-wall.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import type { EventBody } from '../../../cms/src/casework/events/event.ts'
import { table } from '../../support/case/actions.ts'
import { after, caseAfter, civil, housing, lighting } from '../../support/case/facts.ts'

const at = '2026-11-27T02:00:00.000Z'
const today = '2026-11-27'
const official: Official = { id: 'o1', office: '副区长', name: '周明远', units: [housing.id] }
const open: OfficialWall = { accused: [], settled: true, accusation: false, texts: ['路灯不亮。'] }
const file = caseAfter(['registered', 'referred'])
const asked = { dueOn: '2026-12-20', note: '请现场看一看。' }
const met = { way: 'visit', on: today, record: '到家里看过。', result: '同意十日内修好。' } as const

const bodyOf = (result: { ok: true; body: EventBody } | { ok: false; reason: string }) => {
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.body
}
const reasonOf = (result: { ok: boolean; reason?: string }) => {
  assert.equal(result.ok, false)
  return result.reason ?? ''
}
const eventOf = (body: EventBody) => {
  const actor = { kind: 'staff' as const, id: 1, name: '张' }
  return { number: file.number, sequence: 9, at, actor, body }
}

describe('a case that an official has taken on', () => {
  const taken = bodyOf(takeOn(file, official, open, asked, today))
  const led = after(file, at, taken)

  it('is with one official at a time, who meets the petitioner, and ends with what came of it', () => {
    assert.deepEqual(led.led, {
      official: { id: 'o1', office: '副区长' },
      since: at,
      dueOn: '2026-12-20',
      meetings: 0,
      lastMetOn: null,
    })
    assert.equal(describeEvent(eventOf(taken)).text, '由副区长包案，2026年12月20日以前办好。')
    assert.match(reasonOf(takeOn(led, official, open, asked, today)), /^已经由副区长包案/)
    const seen = after(led, at, bodyOf(meet(led, met, today)))
    assert.deepEqual([seen.led?.meetings, seen.led?.lastMetOn], [1, today])
    const ended = after(seen, at, bodyOf(endLeading(seen, 'settled', '路灯已经修好。')))
    assert.equal(ended.led, null)
    assert.match(reasonOf(meet(ended, met, today)), /没有领导包案/)
    assert.match(reasonOf(endLeading(ended, 'settled', '好。')), /没有领导包案/)
  })

  it('says what is missing, and takes no day that cannot be', () => {
    assert.match(reasonOf(meet(led, { ...met, record: ' ' }, today)), /^请写下说了什么/)
    assert.match(reasonOf(meet(led, { ...met, on: '2026-11-28' }, today)), /^这个日子还没有到/)
    assert.match(reasonOf(meet(led, { ...met, on: '2026-11-01' }, today)), /以前的日子/)
    assert.match(reasonOf(endLeading(led, 'persuaded', '')), /^请写明/)
    const past = takeOn(file, official, open, { ...asked, dueOn: '2026-11-26' }, today)
    assert.match(reasonOf(past), /^这个日子已经过了/)
    const closed = { ...file, state: 'closed' as const }
    assert.match(reasonOf(takeOn(closed, official, open, asked, today)), /^这一件已经了结/)
  })

  it('tells the petitioner nothing, the unit in the lead who has it, and the official the own words only', () => {
    assert.deepEqual(statusOf(led, table).steps, statusOf(file, table).steps)
    const talk = eventOf(bodyOf(meet(led, met, today)))
    const unit = ({ id }: typeof civil) => ({ kind: 'unit', unit: id }) as const
    assert.deepEqual(
      [lighting, civil].map((one) => mayRead(eventOf(taken), led, unit(one))),
      [true, false],
    )
    assert.equal(mayRead(talk, led, unit(lighting)), false)
    assert.deepEqual(
      ['o1', 'o2'].map((id) => mayOfficialRead(talk, id)),
      [true, false],
    )
    const note: EventBody = { kind: 'noted', told: null, from: null, text: '内部', mentions: [] }
    assert.equal(mayOfficialRead(eventOf(note), 'o1'), false)
  })

  it('is never one that accuses them, whatever their name stands between', () => {
    const walls: [Partial<OfficialWall>, RegExp | null][] = [
      [{}, null],
      [{ settled: false }, /还没有逐个确认/],
      [{ accused: [housing.id] }, /所在或者分管的单位/],
      [{ accused: [civil.id] }, null],
      [{ texts: ['周明远收钱不办事'] }, /写到了这位领导/],
      [{ texts: ['请副区长关心此事'] }, null],
      [{ texts: ['副区长收钱'], accusation: true }, /写到了这位领导/],
      [{ texts: ['副区长知情'], accused: [civil.id] }, /写到了这位领导/],
    ]
    for (const [changes, words] of walls) {
      const wall = { ...open, ...changes }
      const fault = wallOfOfficial(official, wall)
      if (words === null) assert.equal(fault, null, JSON.stringify(changes))
      else {
        assert.match(fault ?? '', words)
        assert.match(reasonOf(takeOn(file, official, wall, asked, today)), /条例第三十条/)
      }
    }
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('', ' ', '　', '·', '-'),
        fc.string({ maxLength: 20 }),
        (start, between, end) => {
          const name = [...official.name].join(between)
          const texts = [`${start}。${name}。${end}`]
          assert.notEqual(wallOfOfficial(official, { ...open, texts }), null)
        },
      ),
    )
  })
})
