import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, shanghaiDay } from '../../../content/calendar/day.ts'
import { channels } from '../../../cms/src/contracts/figures/figures.ts'
import { countFigures } from '../../../cms/src/casework/figures/count.ts'
import { figureFacts, type FigureFacts } from '../../../cms/src/casework/rules/figure-facts.ts'
import {
  periodBefore,
  periodLastYear,
  readPeriod,
  type Period,
} from '../../../cms/src/casework/figures/period.ts'
import type { CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import { history } from '../../support/case/histories.ts'
import { table } from '../../support/case/random-actions.ts'
import { filed, lighting } from '../../support/case/facts.ts'

const known = { topics: ['交通出行', '城乡建设'], regions: ['青禾区 城西街道'] }
const period = (id: string): Period => readPeriod(id) ?? assert.fail(id)

function factsOf(events: readonly CaseEvent[], number = '1234567890123456'): FigureFacts {
  const file = projectCase(events)
  const own = {
    heads: events.map(({ body: { kind }, at }) => ({ kind, at })),
    channel: file.channel ?? ('online' as const),
    accused: file.accused.map(({ name }) => name),
    repeatOf: file.repeatOf?.number ?? null,
  }
  return figureFacts({ ...file, number }, own, table)
}

const told = '。'
/** A case with an event on each of some days, at ten in the morning in Shanghai. */
function caseOf(steps: [day: string, body: EventBody][], number?: string): FigureFacts {
  const actor = { kind: 'staff', id: 1, name: '张' } as const
  return factsOf(
    steps.map(([day, body], index) => ({
      number: '1234567890123456',
      sequence: index + 1,
      at: `${day}T02:00:00.000Z`,
      actor,
      body,
    })),
    number,
  )
}
const unit = lighting
const referred: EventBody = {
  kind: 'referred',
  told,
  units: [{ unit, lead: true, note: '', dueOn: null }],
}
const accepted: EventBody = { kind: 'accepted', told, unit }
const replied: EventBody = { kind: 'replied', told, unit, text: '已修' }
const closed: EventBody = { kind: 'closed', told }
const evaluated = (satisfaction: 'satisfied' | 'dissatisfied'): EventBody => ({
  kind: 'evaluated',
  told,
  satisfaction,
  comment: '',
  names: [],
})

const shareOf = (facts: FigureFacts[], id: string, month: string, today = '2027-12-31') => {
  const { indicators } = countFigures(facts, period(month), today, known)
  const { part, whole } = indicators.find((one) => one.id === id)?.now ?? assert.fail(id)
  return `${part}/${whole}`
}

describe('periods', () => {
  it('are months and years of the office, with what they are compared with', () => {
    const february = period('2028-02')
    assert.deepEqual(
      [february.from, february.to, february.name],
      ['2028-02-01', '2028-02-29', '2028年2月'],
    )
    assert.equal(period('2027-02').to, '2027-02-28')
    assert.equal(period('2026-12').to, '2026-12-31')
    assert.equal(periodBefore(period('2026-01')).id, '2025-12')
    assert.equal(periodLastYear(period('2026-01'))?.id, '2025-01')
    assert.equal(periodBefore(period('2026')).id, '2025')
    assert.equal(periodLastYear(period('2026')), null)
    for (const id of [
      '',
      '2026-13',
      '2026-00',
      '2026-1',
      '20260',
      '1826',
      '2026-11-01',
      '２０２６',
    ]) {
      assert.equal(readPeriod(id), null, id)
    }
  })

  it('put a case into the month that it is in Shanghai', () => {
    for (const [at, month] of [
      ['2026-10-31T15:59:59.999Z', '2026-10'],
      ['2026-10-31T16:00:00.000Z', '2026-11'],
      ['2026-12-31T15:59:59.999Z', '2026-12'],
      ['2026-12-31T16:00:00.000Z', '2027-01'],
      ['2028-02-29T15:59:59.999Z', '2028-02'],
      ['2028-02-29T16:00:00.000Z', '2028-03'],
    ] as const) {
      const facts = factsOf([
        { number: 'x', sequence: 1, at, actor: { kind: 'petitioner' }, body: filed() },
      ])
      const { received } = countFigures([facts], period(month), '2029-01-01', known)
      assert.equal(received.count, 1, at)
      assert.equal(
        countFigures([facts], period(month.slice(0, 4)), '2029-01-01', known).received.count,
        1,
      )
    }
  })
})

describe('figures of a period', () => {
  it('add up: each case once in each table, and twelve months are the year', () => {
    fc.assert(
      fc.property(
        fc.array(history, { maxLength: 12 }),
        fc.constantFrom('2026', '2027', '2028'),
        (cases, year) => {
          const facts = cases.map((events) => factsOf(events))
          const today = '2031-01-01'
          const whole = countFigures(facts, period(year), today, known)
          const months = Array.from({ length: 12 }, (_, index) =>
            countFigures(
              facts,
              period(`${year}-${String(index + 1).padStart(2, '0')}`),
              today,
              known,
            ),
          )
          const expected = facts.filter(({ receivedOn }) => receivedOn.startsWith(year)).length
          assert.equal(whole.received.count, expected)
          for (const figures of [whole, ...months]) {
            for (const { id, rows } of figures.tables) {
              for (const field of ['count', 'before', 'lastYear'] as const) {
                if (figures.received[field] === null) continue
                const sum = rows.reduce((total, row) => total + (row[field] ?? 0), 0)
                assert.equal(sum, figures.received[field], `${id} ${field}`)
              }
              assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length)
            }
            for (const { now } of figures.indicators)
              assert.ok(now.part >= 0 && now.part <= now.whole)
          }
          for (const section of ['referral', 'supervision'] as const) {
            for (const [at, { key, count }] of whole[section].entries()) {
              const sum = months.reduce(
                (total, figures) => total + (figures[section][at]?.count ?? 0),
                0,
              )
              assert.equal(sum, count, key)
            }
          }
          assert.equal(
            months.reduce((total, { received }) => total + received.count, 0),
            whole.received.count,
          )
          const pairs = months
            .slice(1)
            .map((figures, at) => [figures, months[at] ?? assert.fail()] as const)
          for (const [figures, earlier] of pairs) {
            assert.equal(figures.received.before, earlier.received.count)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('count by the day on which something was done, and letters and reminders by what they are called', () => {
    const facts = caseOf([
      ['2026-10-30', filed({ channel: 'visit' })],
      ['2026-11-02', referred],
    ])
    facts.happened.push(
      { kind: 'letter-supervision', on: '2026-11-20' },
      { kind: 'reminded', on: '2026-11-18' },
      { kind: 'letter-supervision', on: '2026-11-30' },
      { kind: 'supervision-answered', on: '2026-12-01' },
    )
    const november = countFigures([facts], period('2026-11'), '2026-12-01', known)
    assert.deepEqual([november.received.count, november.received.before], [0, 1])
    const times = (rows: typeof november.referral) =>
      Object.fromEntries(
        rows.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]),
      )
    assert.deepEqual(times(november.referral), { referred: 1 })
    assert.deepEqual(times(november.supervision), { reminded: 1, 'letter-supervision': 2 })
    const october = countFigures([facts], period('2026-10'), '2026-12-01', known)
    const rows = october.tables.find(({ id }) => id === 'channels')?.rows ?? []
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.values(channels),
    )
    assert.equal(rows.find(({ name }) => name === '来访')?.count, 1)
    assert.deepEqual(
      october.leads.map(({ name, count }) => [name, count]),
      [[lighting.name, 1]],
    )
  })

  it('及时受理率: due in the period, told by the last day; what is due later is not due yet', () => {
    const start = (answer: string | null) =>
      caseOf([
        ['2026-10-20', filed()],
        ['2026-10-25', referred],
        ...(answer === null ? [] : ([[answer, accepted]] as [string, EventBody][])),
      ])
    // 15 days after 25 October: 9 November.
    const facts = [start('2026-11-09'), start('2026-11-10'), start('2026-10-27'), start(null)]
    assert.equal(shareOf(facts, 'informed', '2026-11', '2026-11-30'), '2/4')
    assert.equal(shareOf(facts, 'informed', '2026-10', '2026-11-30'), '0/0')
    assert.equal(shareOf([start(null)], 'informed', '2026-11', '2026-11-09'), '0/0')
    assert.equal(shareOf([start(null)], 'informed', '2026-11', '2026-11-10'), '0/1')
  })

  it('按期办结率 and 一次性化解率: closed in the period, once a case', () => {
    const course = (reply: string, number: string) =>
      caseOf(
        [
          ['2026-09-01', filed()],
          ['2026-09-02', referred],
          ['2026-09-03', accepted],
          [reply, replied],
          ['2026-11-20', closed],
        ],
        number,
      )
    // 60 days after 3 September: 2 November.
    const facts = [course('2026-11-02', '1'), course('2026-11-03', '2')]
    assert.equal(shareOf(facts, 'in-time', '2026-11'), '1/2')
    assert.equal(shareOf(facts, 'in-time', '2026-10'), '0/0')
    assert.equal(shareOf(facts, 'at-once', '2026-11'), '2/2')
    const repeat = { ...caseOf([['2026-12-01', filed()]], '3'), repeatOf: '1' }
    assert.equal(shareOf([...facts, repeat], 'at-once', '2026-11'), '1/2')
    const again = caseOf([
      ['2026-11-01', filed({ category: 'suggestion' })],
      ['2026-11-02', referred],
      ['2026-11-03', replied],
      ['2026-11-04', closed],
      ['2026-11-05', { kind: 'reopened', told, reason: '又坏了' }],
      ['2026-11-06', referred],
      ['2026-11-07', replied],
      ['2026-11-08', closed],
    ])
    assert.equal(shareOf([again], 'in-time', '2026-11'), '1/1')
  })

  it('群众参评率 and 群众满意率: of those who were given a result in the period', () => {
    const course = (...more: EventBody[]) =>
      caseOf([
        ['2026-11-01', filed()],
        ['2026-11-02', referred],
        ['2026-11-10', replied],
        ...more.map((body): [string, EventBody] => ['2026-12-05', body]),
      ])
    const facts = [course(), course(evaluated('satisfied')), course(evaluated('dissatisfied'))]
    assert.equal(shareOf(facts, 'evaluated', '2026-11'), '2/3')
    assert.equal(shareOf(facts, 'satisfied', '2026-11'), '1/2')
    assert.equal(shareOf(facts, 'evaluated', '2026-12'), '0/0')
  })

  it('are those of a hundred thousand cases too', () => {
    const one = caseOf([
      ['2026-09-01', filed()],
      ['2026-09-02', referred],
      ['2026-09-03', replied],
      ['2026-09-20', closed],
    ])
    const facts = Array.from({ length: 100_000 }, (_, at) => ({
      ...one,
      number: String(at),
      receivedOn: addDays('2024-01-01', at % 1000),
    }))
    const { received, tables } = countFigures(facts, period('2025'), shanghaiDay(new Date()), known)
    assert.equal(received.count, 36_500)
    assert.equal(tables.length, 5)
  })
})
