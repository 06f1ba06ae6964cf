import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { visibleText } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

const clock = {
  name: '可以申请复查',
  whose: 'petitioner',
  article: 35,
  startedOn: '2126-11-29',
  lastDay: '2127-01-02',
  done: false,
} as const

it('gives the last days as a file, without a word of the petition', async () => {
  const { citizen, bureau, file } = intake
  const filed = await file()
  await bureau.push(filed.digits, {
    revision: 1,
    state: 'replied',
    clocks: [clock, { ...clock, name: '办结', whose: 'unit', article: 34, done: true }],
  })
  assert.match(visibleText(await citizen.track(filed.number, filed.code)), /存进手机日历/)
  const page = await citizen.follow('calendar', filed)
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.match(page.headers.get('content-disposition') ?? '', /^attachment; filename="[a-z.]+"/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const unfolded = page.html.replace(/\r\n /g, '')
  assert.equal(unfolded.match(/BEGIN:VEVENT/g)?.length, 1)
  assert.match(unfolded, /DTSTART;VALUE=DATE:21270102/)
  assert.match(
    unfolded,
    new RegExp(`申请复查的最后一天（查询编号后四位 ${filed.digits.slice(-4)}）`),
  )
  for (const secret of [filed.digits, filed.code, filed.code.replaceAll('-', ''), '工地', '木工']) {
    assert.ok(!unfolded.includes(secret), secret)
  }
  assert.equal(
    (await citizen.follow('calendar', filed)).html.match(/UID:.*/)?.[0],
    /UID:.*/.exec(page.html)?.[0],
  )
})

it('knows the period of art. 22 before the office has collected the petition', async () => {
  const { citizen, file } = intake
  const page = await citizen.follow('calendar', await file())
  assert.match(page.html, /BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:\d{8}/)
})

it('shows the progress where no clock runs', async () => {
  const { citizen, bureau, file } = intake
  const filed = await file()
  await bureau.push(filed.digits, {
    revision: 1,
    state: 'closed',
    clocks: [{ ...clock, done: true }],
  })
  const page = await citizen.follow('calendar', filed)
  assert.match(visibleText(page), /已经办结/)
  assert.doesNotMatch(visibleText(page), /存进手机日历/)
})

it('says whose last day moves over weekends and holidays, and whose does not', async () => {
  const { citizen, bureau, file } = intake
  const filed = await file()
  const duty = { ...clock, name: '办结', whose: 'unit', article: 34 } as const
  const from = (words: string, name: string) => words.slice(words.indexOf(name))
  await bureau.push(filed.digits, { revision: 1, state: 'replied', clocks: [clock, duty] })
  const page = visibleText(await citizen.track(filed.number, filed.code))
  const clocks = page.slice(page.indexOf('期限'))
  assert.match(
    from(clocks, '您可以申请复查'),
    /^您可以申请复查 ?最迟 2127年1月2日.*?当天不算。最后一天是周末、节假日的，顺延到下一个工作日。 ?条例第/,
  )
  assert.match(
    from(clocks, '：办结'),
    /^：办结 ?最迟.*?按自然日算，周末、节假日也算在内，最后一天遇上也不顺延。 ?条例第/,
  )
})
