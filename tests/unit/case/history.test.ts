import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { status } from '@portal/content/schema/petition/status'
import fc from 'fast-check'
import type { CaseEvent } from '../../../cms/src/casework/events/event.ts'
import { differences } from '../../../cms/src/casework/record/case-differences.ts'
import { fieldsOf, unitsOf } from '../../../cms/src/casework/record/case-fields.ts'
import type { CaseFile } from '../../../cms/src/casework/rules/case/case-file.ts'
import { isOfItsParts } from '../../../cms/src/casework/rules/case/opinion-text.ts'
import { applyEvent, projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { runningClocks } from '../../../cms/src/casework/rules/clocks/running-clocks.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import { movesOf } from '../../../cms/src/casework/rules/case/case-steps.ts'
import { maySee } from '../../../cms/src/casework/rules/wall.ts'
import { history } from '../../support/case/histories.ts'
import { table, units } from '../../support/case/random-actions.ts'

/** The case after its first event, after its second, and so on. */
function prefixes(events: CaseEvent[]): CaseFile[] {
  return events.map((_, index) => projectCase(events.slice(0, index + 1)))
}

const stored = (file: CaseFile) => ({
  ...(JSON.parse(JSON.stringify(fieldsOf(file))) as ReturnType<typeof fieldsOf>),
  ...unitsOf(file),
})

describe('whatever happens to a case', () => {
  it('its row is what its events say, after each of them', () => {
    fc.assert(
      fc.property(history, (events) => {
        let row: CaseFile | null = null
        for (const [index, event] of events.entries()) {
          row = row === null ? projectCase([event]) : applyEvent(row, event)
          assert.deepEqual(projectCase(events.slice(0, index + 1)), row)
          assert.deepEqual(differences(row, stored(row)), [])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('an opinion is what its parts make, in each event that has them', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const { body } of events) assert.ok(isOfItsParts(body))
        const replied = events.find(({ body }) => body.kind === 'replied' && body.parts)
        if (replied && 'text' in replied.body) {
          assert.equal(isOfItsParts({ ...replied.body, text: `${replied.body.text}。` }), false)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a row that is not what its events say is found by the field', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, choice) => {
        const file = projectCase(events)
        const row = stored(file) as Record<string, unknown>
        const names = Object.keys(row)
        const name = names[choice % names.length] ?? 'state'
        const value = row[name]
        const other =
          typeof value === 'number'
            ? value + 1
            : Array.isArray(value)
              ? [...value, 'x']
              : typeof value === 'boolean'
                ? !value
                : name.endsWith('At')
                  ? '2020-01-01T00:00:00.000Z'
                  : `${String(value)}x`
        assert.deepEqual(differences(file, { ...stored(file), [name]: other }), [name])
      }),
    )
  })

  it('its clocks never go backwards, and what is done stays done', () => {
    const same = (a: { clock: string; startedOn: string; unit?: { id: string } }) =>
      `${a.clock} ${a.startedOn} ${a.unit?.id ?? ''}`
    fc.assert(
      fc.property(history, (events) => {
        const all = prefixes(events).map((file) => runningClocks(file, table))
        for (const [index, clocks] of all.entries()) {
          for (const clock of clocks) {
            assert.ok(clock.startedOn <= clock.lastDay, 'ends before it begins')
            assert.ok(clock.doneOn === null || clock.startedOn <= clock.doneOn)
            const later = all[index + 1]?.find((one) => same(one) === same(clock))
            if (!later) continue
            assert.ok(later.lastDay >= clock.lastDay, `${clock.clock} became shorter`)
            if (clock.doneOn !== null) assert.equal(later.doneOn, clock.doneOn, clock.clock)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('nothing moves it after it was closed, but an appeal in time or that it is taken up again', () => {
    fc.assert(
      fc.property(history, (events) => {
        const moves = movesOf(projectCase(events).steps)
        for (const [index, move] of moves.entries()) {
          const before = moves[index - 1]?.state
          if (before === 'withdrawn') assert.fail('it moved after it was withdrawn')
          if (before !== 'closed') continue
          const goesOn = ['reviewing', 're-reviewing'].includes(move.state)
          assert.ok(goesOn || move.event === 'reopened', move.state)
        }
      }),
    )
  })

  it('no unit sees it that is accused, that a later text names, or that has it no more', () => {
    fc.assert(
      fc.property(history, (events) => {
        const named = new Set<string>()
        for (const [index, { body }] of events.entries()) {
          const file = projectCase(events.slice(0, index + 1))
          const accused = new Set(file.accused.map(({ id }) => id))
          if ('names' in body) for (const id of body.names) named.add(id)
          const open = [...named].filter((id) => !file.settled.includes(id))
          const wall = {
            units: unitsOf(file).units,
            accused: unitsOf(file).accusedUnits,
            settled: open.length === 0,
          }
          const givenUp =
            body.kind === 'objected'
              ? [body.unit.id]
              : body.kind === 'recalled'
                ? body.units.map(({ id }) => id)
                : []
          for (const { id } of units) {
            const sees = maySee({ kind: 'unit', unit: id }, wall)
            if (accused.has(id)) assert.equal(sees, false, 'an accused unit sees it')
            if ('names' in body && body.names.some((one) => !accused.has(one)))
              assert.equal(sees, false, 'seen before a later text was settled')
            if (givenUp.includes(id)) assert.equal(sees, false, 'seen after it was given up')
          }
          assert.equal(maySee({ kind: 'bureau' }, wall), true)
        }
      }),
    )
  })

  it('what the petitioner reads is of the shape that crosses, and says nothing of units beside the lead', () => {
    fc.assert(
      fc.property(history, (events) => {
        const file = projectCase(events)
        const told = statusOf(file, table)
        const parsed = status.safeParse(told)
        assert.ok(parsed.success, JSON.stringify(parsed.error?.issues))
        assert.ok(!JSON.stringify(told).includes('"张"'))
        assert.equal(told.steps.length, file.steps.length)
      }),
    )
  })

  it('its revision only grows', () => {
    fc.assert(
      fc.property(history, (events) => {
        const revisions = prefixes(events).map(({ revision }) => revision)
        assert.deepEqual(
          revisions,
          events.map((_, index) => index + 1),
        )
      }),
    )
  })
})
