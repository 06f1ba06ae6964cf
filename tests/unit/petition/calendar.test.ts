import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { it } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../../content/calendar/day.ts'
import { writeCalendar } from '../../../site/src/petition/later-messages/calendar.ts'
import { clockWith, reviewRight } from '../../support/portal/status.ts'

const now = new Date('2026-11-22T01:00:00Z')
const write = (clocks: Parameters<typeof writeCalendar>[0]['clocks'], today = '2026-11-22') =>
  writeCalendar({
    clocks,
    number: '4344209769031234',
    officeName: '青禾区信访局',
    uid: ({ article, startedOn }) => `${article}-${startedOn}`,
    now,
    today,
  })
/** The file's lines, unfolded (RFC 5545, 3.1). */
const linesOf = (file: string | null) => (file ?? '').replace(/\r\n[ \t]/g, '').split('\r\n')
const valuesOf = (file: string | null, name: string) =>
  linesOf(file).flatMap((line) =>
    line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : [],
  )
const compact = (day: string) => day.replaceAll('-', '')

it('gives one whole day to each last day, over leap days and ends of years', () => {
  const day = fc.date({
    min: new Date('2026-11-22'),
    max: new Date('2100-03-02'),
    noInvalidDate: true,
  })
  const edges = fc.constantFrom('2028-02-28', '2028-02-29', '2026-12-31', '2027-01-01')
  fc.assert(
    fc.property(
      fc.oneof(
        day.map((date) => date.toISOString().slice(0, 10)),
        edges,
      ),
      (lastDay) => {
        const file = write([clockWith({ lastDay })])
        assert.deepEqual(valuesOf(file, 'DTSTART;VALUE=DATE'), [compact(lastDay)])
        assert.deepEqual(valuesOf(file, 'DTEND;VALUE=DATE'), [compact(addDays(lastDay, 1))])
      },
    ),
  )
})

it('names the same days wherever the machine stands', () => {
  const script = `
    import { writeCalendar } from './site/src/petition/later-messages/calendar.ts'
    const clock = { name: '办结', whose: 'unit', article: 34, startedOn: '2026-11-01', done: false }
    console.log(writeCalendar({
      clocks: [{ ...clock, lastDay: '2028-02-29' }, { ...clock, lastDay: '2026-12-31' }],
      number: '4344209769031234', officeName: '信访局', uid: ({ lastDay }) => lastDay,
      now: new Date('2026-11-22T01:00:00Z'), today: '2026-11-22' }))`
  const written = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  assert.equal(new Set(written).size, 1)
  assert.match(written[0] ?? '', /DTSTART;VALUE=DATE:20280229[\s\S]*DTSTART;VALUE=DATE:20261231/)
})

it('reminds of a right of the petitioner, at nine in the morning, and of nothing else', () => {
  const duty = clockWith({ lastDay: '2026-12-31' })
  const file = write([duty, reviewRight('2026-12-21', { startedOn: '2026-11-21' })])
  assert.deepEqual(valuesOf(file, 'TRIGGER'), ['-P6DT15H', '-PT15H'])
  assert.deepEqual(valuesOf(file, 'SUMMARY'), [
    '承办单位办结的最后一天（查询编号后四位 1234）',
    '申请复查的最后一天（查询编号后四位 1234）',
  ])
  const soon = write([reviewRight('2026-11-25')])
  assert.deepEqual(valuesOf(soon, 'TRIGGER'), ['-PT15H'])
})

it('holds neither the number nor anything of the petition', () => {
  const file = write([reviewRight('2026-12-21'), clockWith({ lastDay: '2026-12-31' })])
  assert.doesNotMatch(linesOf(file).join('\n'), /4344|区人社局|工地/)
})

it('leaves out what is done or over, and is no file where nothing runs', () => {
  const over = [
    clockWith({ lastDay: '2026-12-31', done: true }),
    clockWith({ lastDay: '2026-11-21' }),
    reviewRight('2026-11-21'),
  ]
  assert.equal(write(over), null)
  assert.deepEqual(valuesOf(write([...over, reviewRight('2026-11-22')]), 'DTSTART;VALUE=DATE'), [
    '20261122',
  ])
})

it('is a file that calendars take: lines of at most 75 octets, ended by CRLF', () => {
  const file = write([reviewRight('2026-12-21'), clockWith({ lastDay: '2026-12-31' })]) ?? ''
  assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  assert.match(file, /END:VCALENDAR(\r\n)?$/)
  assert.match(file, /DTSTAMP:20261122T010000Z/)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})
