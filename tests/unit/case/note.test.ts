import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import { describeEvent, mayRead } from '../../../cms/src/casework/rules/event-words.ts'
import { takeNote } from '../../../cms/src/casework/rules/actions/note.ts'
import { happenedSince, seenOf } from '../../../cms/src/casework/record/seen-revision.ts'
import { after, caseAfter, civil, housing, lighting } from '../../support/case/facts.ts'

const at = '2026-11-27T02:00:00.000Z'
const bureau = { kind: 'bureau' } as const
const partyOf = ({ id }: typeof civil) => ({ kind: 'unit', unit: id }) as const
const file = after(caseAfter(['registered', 'referred']), at, {
  kind: 'units-added',
  told: null,
  units: [civil, housing].map((unit) => ({ unit, lead: false, note: '', dueOn: null })),
})

const eventOf = (note: ReturnType<typeof takeNote>) => {
  assert.ok(note.ok, 'refused')
  const actor = { kind: 'staff' as const, id: 1, name: '张' }
  return { number: file.number, sequence: 9, at, actor, body: note.body }
}

describe('a note', () => {
  it('of the bureau is read by the bureau and by the units that it names', () => {
    const event = eventOf(takeNote(file, bureau, '请先到现场。', [civil.name]))
    assert.deepEqual(
      [lighting, civil, housing].map((unit) => mayRead(event, file, partyOf(unit))),
      [false, true, false],
    )
    assert.equal(mayRead(event, file, bureau), true)
    assert.deepEqual(describeEvent(event), {
      at,
      by: '张',
      text: '信访部门的内部备注，请看：@区民政局。',
      words: '请先到现场。',
    })
  })

  it('of a unit is read by it and by the bureau, though it names nobody', () => {
    const event = eventOf(takeNote(file, partyOf(housing), '明天去。', []))
    assert.deepEqual(
      [lighting, civil, housing].map((unit) => mayRead(event, file, partyOf(unit))),
      [false, false, true],
    )
  })

  it('is for units that have the case, by such units, and has words', () => {
    const other = caseAfter(['registered', 'referred'])
    for (const [party, text, names] of [
      [bureau, ' ', []],
      [bureau, '看', [civil.name]],
      [bureau, '看', ['没有的单位']],
      [partyOf(civil), '看', []],
      [{ kind: 'unit', unit: null }, '看', []],
    ] as const)
      assert.equal(
        takeNote(other, party, text, [...names]).ok,
        false,
        JSON.stringify([party, names]),
      )
  })

  it('is neither for an accused unit nor by it', () => {
    const accused = { ...file, accused: [civil] }
    assert.equal(takeNote(accused, bureau, '看', [civil.name]).ok, false)
    assert.equal(takeNote(accused, partyOf(civil), '看', []).ok, false)
  })

  it('tells the petitioner nothing, and moves nothing', () => {
    const event = eventOf(takeNote(file, bureau, '请先到现场。', [civil.name]))
    const noted = after(file, at, event.body)
    assert.deepEqual(
      { ...statusOf(noted, {}), revision: 0 },
      { ...statusOf(file, {}), revision: 0 },
    )
    const seen = { revision: file.revision, steps: file.steps.length }
    assert.deepEqual(happenedSince([event], noted, seen, partyOf(lighting)), [])
  })

  it('is not counted for who may not read it: no number tells that it is there', () => {
    const told = eventOf(takeNote(file, bureau, '请先到现场。', [civil.name]))
    const between = eventOf(takeNote(file, bureau, '只给信访部门看。', []))
    const before = seenOf([], file, partyOf(lighting))
    for (const events of [[told], [between], [told, between, told]]) {
      const noted = events.reduce((now, { body }) => after(now, at, body), file)
      assert.deepEqual(seenOf(events, noted, partyOf(lighting)), before)
      const known = seenOf(events, noted, bureau).revision
      assert.equal(known, file.revision + events.length)
    }
    const named = after(file, at, told.body)
    assert.equal(seenOf([told], named, partyOf(civil)).revision, before.revision + 1)
  })
})
