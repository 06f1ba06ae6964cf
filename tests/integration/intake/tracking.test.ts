import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { withoutTyped, visibleText } from '../../support/portal/citizen.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

it('says that it was received, before the office has collected it', async () => {
  const { citizen, file } = intake
  const { number, code } = await file()
  const page = await citizen.track(number, code)
  assert.equal(page.status, 200)
  assert.match(visibleText(page), /信访局已经收到，还没有登记。.*最迟.*还有 15 天/)
})

it('takes number and code however they were copied', async () => {
  const { citizen, file } = intake
  const { number, code } = await file()
  for (const [typedNumber, typedCode] of [
    [number.replaceAll(' ', ''), code.toLowerCase()],
    [` ${number.replaceAll(' ', '－')}`, code.replaceAll('-', ' ')],
  ] as const) {
    assert.equal((await citizen.track(typedNumber, typedCode)).status, 200)
  }
})

it('answers a wrong number, a wrong code and nonsense in the same words (17)', async () => {
  const { citizen, file } = intake
  const { number, code } = await file()
  const pages = [
    await citizen.track('1234 5678 9012 3456', code),
    await citizen.track(number, 'AAAA-AAAA-AAAA'),
    await citizen.track('<b>', 'x'.repeat(500)),
    await citizen.evaluate(number, 'AAAA-AAAA-AAAA', 'satisfied'),
  ]
  assert.deepEqual([...new Set(pages.map(({ status }) => status))], [404])
  assert.equal(new Set(pages.map(({ html }) => withoutTyped(html))).size, 1)
})

it('slows guesses at one receipt down, without shutting out anybody else (18)', async () => {
  const { citizen, file } = intake
  const [mine, other] = [await file(), await file()]
  const tryAt = (number: string) =>
    Promise.all(Array.from({ length: 8 }, () => citizen.track(number, 'AAAA-AAAA-AAAA')))
  const tries = await tryAt(mine.number)
  assert.deepEqual([...new Set(tries.map(({ status }) => status))], [404])
  while (!tries.some(({ status }) => status === 429) && tries.length < 300) {
    tries.push(...(await tryAt(mine.number)))
  }
  const limited = tries.find(({ status }) => status === 429) ?? assert.fail('none was slowed')
  const wait = Number(limited.headers.get('retry-after'))
  assert.ok(wait > 0 && wait <= 60)
  assert.equal((await citizen.track(mine.number, mine.code)).status, 200)
  assert.equal((await citizen.track(other.number, other.code)).status, 200)
})

it('shows what the office pushed, and never anything older', async () => {
  const { citizen, bureau, file } = intake
  const { number, digits, code } = await file()
  await bureau.push(digits, {
    revision: 2,
    state: 'accepted',
    unit: '区人力资源和社会保障局',
    steps: [{ at: '2026-11-10T09:00:00+08:00', state: 'accepted', text: '书面告知已经受理。' }],
    clocks: [
      {
        name: '办结并书面答复',
        whose: 'unit',
        article: 34,
        startedOn: '2026-11-10',
        lastDay: '2126-01-09',
        done: false,
      },
    ],
  })
  await bureau.push(digits, { revision: 1, state: 'registered' })
  const page = await citizen.track(number, code)
  const words = visibleText(page)
  assert.match(words, /区人力资源和社会保障局已经受理，正在办理。/)
  assert.match(words, /办结并书面答复.*最迟 2126年1月9日/)
  assert.match(words, /2026年11月10日 09:00/)
  assert.match(page.html, /regulations\/petition-work-regulations\/#article-34/)
})
