import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, shanghaiDay } from '../../../content/calendar/day.ts'
import type { CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import { applyEvent, projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import {
  dueReminders,
  openDuties,
  remindFrom,
  reminderHorizon,
  tierOf,
} from '../../../cms/src/casework/rules/clocks/reminders.ts'
import { statusOf } from '../../../cms/src/casework/rules/petitioner/status.ts'
import { reminderTiers } from '../../../cms/src/contracts/cases/deadlines.ts'
import { after, caseOf, civil, filed, lighting } from '../../support/case/facts.ts'
import { history } from '../../support/case/histories.ts'
import { table } from '../../support/case/random-actions.ts'

const day = fc.integer({ min: 0, max: 1460 }).map((count) => addDays('2026-01-01', count))
const ahead = fc.integer({ min: 1, max: 15 })
const rank = (tier: string) => reminderTiers.indexOf(tier as 'before')

/** What the desk records on a day, in the order of the days on which it runs. */
function remindOn(events: CaseEvent[], days: string[], before: number): CaseEvent[] {
  const all: CaseEvent[] = []
  let file = projectCase(events)
  for (const today of days) {
    for (const body of dueReminders(file, today, before, table)) {
      const at = `${today}T04:00:00.000Z`
      const sequence = events.length + all.length + 1
      const event = { number: file.number, sequence, at, actor: { kind: 'system' as const }, body }
      all.push(event)
      file = applyEvent(file, event)
    }
  }
  return all
}
const keyOf = (body: EventBody) =>
  body.kind === 'reminded'
    ? `${body.clock} ${body.unit?.id} ${body.startedOn} ${body.lastDay} ${body.tier}`
    : ''

describe('reminders of a clock', () => {
  it('are given before, on and after the last day, each once, and in this order', () => {
    fc.assert(
      fc.property(history, ahead, (events, before) => {
        const duties = openDuties(projectCase(events), table)
        const last = events.at(-1)?.at ?? ''
        const from = shanghaiDay(last)
        const days = Array.from({ length: 140 }, (_, index) => addDays(from, index))
        const given = remindOn(events, days, before)
        const keys = given.map(({ body }) => keyOf(body))
        assert.equal(new Set(keys).size, keys.length, 'one was given twice')
        for (const { clock, lastDay, startedOn, holder } of duties) {
          const of = given.flatMap(({ at, body }) =>
            body.kind === 'reminded' &&
            body.clock === clock &&
            body.lastDay === lastDay &&
            body.startedOn === startedOn &&
            body.unit?.id === holder?.id
              ? [{ on: at.slice(0, 10), tier: body.tier }]
              : [],
          )
          for (const { on, tier } of of) assert.equal(tierOf(lastDay, on, before, table), tier)
          if (addDays(lastDay, 1) > (days.at(-1) ?? '')) continue
          const wanted = reminderTiers.filter(
            (tier) => tier === 'late' || (tier === 'today' ? from <= lastDay : from < lastDay),
          )
          assert.deepEqual(
            of.map(({ tier }) => tier),
            wanted,
            `${clock} ${lastDay} from ${from}`,
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  it('are neither doubled nor lost by days on which nothing ran, or by a second look on the same day', () => {
    fc.assert(
      fc.property(
        history,
        ahead,
        fc.array(fc.integer({ min: 0, max: 25 })),
        (events, before, gaps) => {
          const from = shanghaiDay(events.at(-1)?.at ?? '')
          let at = from
          const days = gaps.map((gap) => (at = addDays(at, gap)))
          const given = remindOn(events, [from, ...days], before)
          const keys = given.map(({ body }) => keyOf(body))
          assert.equal(new Set(keys).size, keys.length)
          // Whatever was missed: what is so on the last of the days was said.
          const today = days.at(-1) ?? from
          const last = given.reduce(applyEvent, projectCase(events))
          assert.deepEqual(dueReminders(last, today, before, table), [])
          for (const { clock, lastDay, holder } of openDuties(last, table)) {
            const tier = tierOf(lastDay, today, before, table)
            if (tier === null) continue
            const said = last.reminders.filter(
              (one) =>
                one.clock === clock && one.lastDay === lastDay && one.unit === (holder?.id ?? null),
            )
            assert.ok(said.some((one) => rank(one.tier) >= rank(tier)))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('change no clock, no state and nothing that the petitioner sees', () => {
    fc.assert(
      fc.property(history, ahead, (events, before) => {
        const file = projectCase(events)
        const days = [0, 30, 61, 100].map((gap) =>
          addDays(shanghaiDay(events.at(-1)?.at ?? ''), gap),
        )
        const then = remindOn(events, days, before).reduce(applyEvent, file)
        const { revision, ...status } = statusOf(then, table)
        const { revision: earlier, ...same } = statusOf(file, table)
        assert.ok(revision >= earlier)
        assert.deepEqual(status, same)
        assert.doesNotMatch(JSON.stringify(status), /督办|提醒/)
      }),
    )
  })

  it('are for the unit’s people first, then for its head too, then for the bureau too', () => {
    const file = caseOf([
      ['2026-11-02T01:00:00.000Z', 'received'],
      ['2026-11-02T02:00:00.000Z', 'registered'],
      ['2026-11-02T03:00:00.000Z', 'referred'],
    ])
    const on = (today: string, of = file) =>
      dueReminders(of, today, 3, table).map(({ clock, tier, to, unit }) => [
        clock,
        tier,
        unit?.name,
        to.join(' '),
      ])
    assert.deepEqual(on('2026-11-11'), [])
    // Received on 2 November; fifteen days are up on the 17th, a Tuesday.
    const name = lighting.name
    assert.deepEqual(on('2026-11-12'), [['inform', 'before', name, 'unit']])
    assert.deepEqual(on('2026-11-17'), [['inform', 'today', name, 'unit head']])
    assert.deepEqual(on('2026-11-18'), [['inform', 'late', name, 'unit head bureau']])
    const waiting = caseOf([['2026-11-02T01:00:00.000Z', 'received']])
    assert.deepEqual(on('2026-11-18', waiting), [['register', 'late', undefined, 'bureau']])
  })

  it('are given anew where the last day has moved, and not because the case was referred on', () => {
    const accepted = caseOf([
      ['2026-03-02T01:00:00.000Z', 'received'],
      ['2026-03-02T02:00:00.000Z', 'registered'],
      ['2026-03-02T03:00:00.000Z', 'referred'],
      ['2026-03-03T03:00:00.000Z', 'accepted'],
    ])
    const at = '2026-04-30T03:00:00.000Z'
    const [first] = dueReminders(accepted, '2026-04-30', 3, table)
    assert.ok(first)
    const reminded = after(accepted, at, first)
    assert.deepEqual(dueReminders(reminded, '2026-04-30', 3, table), [])
    const extended = after(reminded, at, {
      kind: 'extension-answered',
      told: '延长。',
      granted: true,
      days: 30,
      reason: '复杂',
    })
    assert.deepEqual(dueReminders(extended, '2026-04-30', 3, table), [])
    const [second] = dueReminders(extended, '2026-05-28', 3, table)
    assert.deepEqual([second?.tier, second?.lastDay], ['before', '2026-06-01'])
  })

  it('begin and end at midnight in Shanghai, whatever the machine’s time zone', () => {
    const file = caseOf([['2026-01-31T15:59:59.999Z', 'received']])
    const next = caseOf([['2026-01-31T16:00:00.000Z', 'received']])
    const [duty] = openDuties(file, table)
    const [later] = openDuties(next, table)
    assert.equal(daysBetween(duty?.lastDay ?? '', later?.lastDay ?? ''), 1)
    const tier = (moment: string) => dueReminders(file, shanghaiDay(moment), 3, table)[0]?.tier
    assert.equal(duty?.lastDay, '2026-02-15')
    assert.equal(tier('2026-02-15T15:59:59.999Z'), 'today')
    assert.equal(tier('2026-02-15T16:00:00.000Z'), 'late')
  })
})

describe('the day of the first reminder', () => {
  it('counts working days, those moved to a weekend among them', () => {
    // 15–23 February 2026 is the festival; Saturday the 14th and Saturday the 28th are worked.
    assert.equal(remindFrom('2026-02-24', 1, table), '2026-02-14')
    assert.equal(remindFrom('2026-02-24', 2, table), '2026-02-13')
    assert.equal(remindFrom('2026-03-02', 1, table), '2026-02-28')
    assert.equal(remindFrom('2026-10-08', 3, table), '2026-09-28')
    assert.equal(remindFrom('2026-11-30', 3, table), '2026-11-25')
  })

  it('does not wait for the table of a year that has none', () => {
    assert.equal(remindFrom('2030-05-06', 3, table), '2030-05-01')
  })

  it('moves on with the last day, and is not after it', () => {
    fc.assert(
      fc.property(day, ahead, (lastDay, days) => {
        const from = remindFrom(lastDay, days, table)
        assert.ok(from < lastDay)
        assert.ok(remindFrom(addDays(lastDay, 1), days, table) >= from)
        assert.ok(daysBetween(from, lastDay) >= days)
      }),
    )
  })

  it('is reached by exactly the last days up to the horizon', () => {
    fc.assert(
      fc.property(day, ahead, (today, days) => {
        const horizon = reminderHorizon(today, days, table)
        assert.ok(tierOf(horizon, today, days, table) !== null)
        assert.equal(tierOf(addDays(horizon, 1), today, days, table), null)
      }),
    )
  })
})

describe('a letter of the bureau’s', () => {
  const letter = (unit: typeof civil, dueOn: string): EventBody => ({
    kind: 'supervised',
    told: null,
    letter: 'supervision',
    unit,
    reason: '没有按期告知',
    dueOn,
  })
  const file = caseOf([
    ['2026-11-02T01:00:00.000Z', 'received'],
    ['2026-11-02T02:00:00.000Z', 'registered'],
    ['2026-11-02T03:00:00.000Z', 'referred'],
  ])
  const at = '2026-11-03T01:00:00.000Z'
  const clocksOf = (of: typeof file) =>
    openDuties(of, table).filter(({ clock }) => clock === 'supervise')

  it('runs until it is answered, and is reminded of like any clock', () => {
    const pressed = after(file, at, letter(lighting, '2026-11-06'))
    assert.deepEqual(
      clocksOf(pressed).map(({ holder, lastDay }) => [holder?.name, lastDay]),
      [[lighting.name, '2026-11-06']],
    )
    assert.equal(dueReminders(pressed, '2026-11-03', 3, table)[0]?.clock, 'supervise')
    const answer: EventBody = {
      kind: 'supervision-answered',
      told: null,
      unit: lighting,
      text: '明天。',
    }
    assert.deepEqual(clocksOf(after(pressed, at, answer)), [])
  })

  it('is void once the unit has the case no more', () => {
    const pressed = after(file, at, letter(lighting, '2026-11-06'))
    const recalled: EventBody = {
      kind: 'recalled',
      told: '收回。',
      units: [lighting],
      reason: '错',
    }
    assert.deepEqual(clocksOf(after(pressed, at, recalled)), [])
    assert.deepEqual(clocksOf(after(file, at, letter(civil, '2026-11-06'))), [])
  })

  it('is no matter of the petitioner’s', () => {
    const pressed = after(file, at, letter(lighting, '2026-11-06'))
    assert.doesNotMatch(JSON.stringify(statusOf(pressed, table)), /督办/)
    assert.ok(filed())
  })
})
