import assert from 'node:assert/strict'
import { createSecretKey, randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { TestContext } from 'node:test'
import { keyDeriver } from '../../site/src/petition/access/derive-keys.ts'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import { newReceiptNumber } from '../../site/src/petition/submit/receipt-number.ts'
import { limitConcurrency } from '../../site/src/petition/concurrency-limit.ts'
import { createVerify } from '../../site/src/petition/access/verify.ts'
import { limitTable } from '../../site/src/server/limits/limit-table.ts'
import type { Bucket } from '../../site/src/server/limits/limit-table.ts'
import { createLimits } from '../../site/src/server/limits/limits.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'
import { startPortal } from '../support/portal/portal.ts'
import type { RunningPortal } from '../support/portal/portal.ts'
import { rawRequest } from '../support/portal/raw-request.ts'

/** Over HTTP: as many more than the burst as show that the rest is refused. */
const guesses = 300

/** Without HTTP, which a million would need a quarter of an hour for; FAULT_RUNS=1000 is the million. */
const many = Number(process.env.FAULT_RUNS ?? 20) * 1_000

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

/**
 * A portal nobody has tried yet. It believes one proxy, so that each forged entry is another address: an
 * attacker with as many as he likes.
 */
async function startProxied(context: TestContext): Promise<RunningPortal> {
  const portal = await startPortal(intake.data.path, { TRUSTED_PROXIES: '1' })
  context.after(() => portal.stop())
  return portal
}

const randomNumber = () => newReceiptNumber((from) => randomInt(from, 10))
const randomAddress = () => Array.from({ length: 4 }, () => randomInt(1, 255)).join('.')

const track = (portal: RunningPortal, number: string, code: string) =>
  rawRequest(
    portal.port,
    'POST',
    '/petition/track/',
    {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `${randomAddress()}, ${randomAddress()}`,
      accept: 'application/json',
    },
    String(new URLSearchParams({ number, code })),
  )

/** Guesses as fast as it goes, eight at a time, and sees that the limit holds; how many were looked at. */
async function attack(portal: RunningPortal, number: () => string, limit: Bucket) {
  const started = performance.now()
  let left = guesses
  let looked = 0
  const worker = async () => {
    while (left-- > 0) {
      const { status } = await track(portal, number(), 'AAAA-AAAA-AAAA')
      assert.ok(status === 404 || status === 429, String(status))
      if (status === 404) looked += 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  const seconds = (performance.now() - started) / 1000
  const allowed = most(limit, seconds) + mostBesides(seconds)
  assert.ok(looked <= allowed, `${looked} in ${seconds} s`)
  // A slow machine may take so long over them that the limit lets all of them through.
  assert.ok(looked < guesses || allowed >= guesses, 'no guess was refused')
  return looked
}

/** The most that a bucket lets through in a time. Its periods begin with the first try. */
function most({ steady, burst }: Bucket, seconds: number): number {
  return [steady, burst]
    .map(([points, period]) => points * (Math.floor(seconds / period) + 1))
    .reduce((sum, count) => sum + count)
}

const { perAddress, perReceipt, global } = limitTable.tracking
/** What addresses that have not tried a number yet may try of it besides, and what there is time for. */
const besides = [limitTable.trackingApart.global, limitTable.trackingSlowly.global]
const mostBesides = (seconds: number) =>
  besides.reduce((sum, bucket) => sum + most(bucket, seconds), 0)

it('is held through a great many guesses, each from another address, at one number', async (context) => {
  const mailbox = await openMailbox(`sqlite:${join(intake.data.path, 'guessed.db')}`)
  context.after(() => mailbox.close())
  const verify = createVerify({
    mailbox,
    deriveKeys: keyDeriver(limitConcurrency({ running: 1, waiting: 40 })),
    pepper: createSecretKey(randomBytes(32)),
    guesses: createLimits(),
  })
  const number = randomNumber()
  const started = performance.now()
  let left = many
  let looked = 0
  const worker = async () => {
    while (left-- > 0) {
      const { kind } = await verify({ number, code: 'AAAA-AAAA-AAAA', address: randomAddress() })
      assert.ok(kind === 'not-found' || kind === 'limited', kind)
      if (kind === 'not-found') looked += 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  const seconds = (performance.now() - started) / 1000
  context.diagnostic(`${many} guesses in ${seconds.toFixed(1)} s: ${looked} were looked at`)
  assert.ok(looked >= perReceipt.burst[0])
  assert.ok(looked <= most(perReceipt, seconds) + mostBesides(seconds), `${looked} in ${seconds} s`)
})

it('is held by the address of the socket, whatever addresses are claimed', async () => {
  const looked = await attack(intake.portal, randomNumber, perAddress)
  assert.ok(looked >= perAddress.burst[0])
})

it('is held by the number, from however many addresses, and its holder comes in afterwards', async (context) => {
  const proxied = await startProxied(context)
  const { number, code } = await intake.file()
  await attack(proxied, () => number, perReceipt)
  // Right codes do not count.
  for (let count = 0; count < 30; count += 1) {
    assert.equal((await track(proxied, number, code)).status, 200)
  }
})

it('is held for all addresses and numbers together, and others come in afterwards', async (context) => {
  const proxied = await startProxied(context)
  const { number, code } = await intake.file()
  await attack(proxied, randomNumber, global)
  assert.equal((await track(proxied, number, code)).status, 200)
})
