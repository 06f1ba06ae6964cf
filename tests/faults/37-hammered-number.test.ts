import assert from 'node:assert/strict'
import { createSecretKey, randomBytes, randomInt } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { makeAccess } from '../../content/schema/mailbox/access.ts'
import { queryCodeAlphabet, queryCodePlaces } from '../../content/schema/mailbox/query-code.ts'
import { readAccess } from '../../site/src/server/endpoints/mailbox.ts'
import { createPreCollectionVerifier } from '../../site/src/petition/access/pre-collection-verifier.ts'
import { deriveSecrets, newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { keyDeriver } from '../../site/src/petition/access/derive-keys.ts'
import { codeMark } from '../../content/schema/mailbox/code-mark.ts'
import { limitConcurrency } from '../../site/src/petition/concurrency-limit.ts'
import { createVerify } from '../../site/src/petition/access/verify.ts'
import { createLimits } from '../../site/src/server/limits/limits.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Filed, Intake } from '../support/portal/intake.ts'
import { onEveryDatabase } from '../support/portal/mailboxes.ts'
import { rawRequest } from '../support/portal/raw-request.ts'
import { sealedPetition } from '../support/portal/sealed.ts'

const pick = (signs: string, count: number) =>
  Array.from({ length: count }, () => signs.charAt(randomInt(signs.length))).join('')
const wrongCode = () => pick(queryCodeAlphabet, queryCodePlaces)
const anyAddress = () => Array.from({ length: 4 }, () => randomInt(1, 255)).join('.')

describe('a number at which somebody tries wrong codes without end', () => {
  let intake: Intake
  before(async () => void (intake = await startIntake({ TRUSTED_PROXIES: '1' })))
  after(() => intake.stop())

  const ask = (path: string, address: string, fields: Record<string, string>) =>
    rawRequest(
      intake.portal.port,
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address },
      String(new URLSearchParams(fields)),
    )
  const track = (address: string, number: string, code: string) =>
    ask('/petition/track/', address, { number, code })

  /** Guesses from four sides until `work` is done; how many guesses there were. */
  async function during(guess: () => Promise<{ status: number }>, work: () => Promise<void>) {
    let going = true
    let count = 0
    const guesser = async () => {
      for (; going; count += 1) {
        const { status } = await guess()
        assert.ok([404, 429, 503].includes(status), String(status))
      }
    }
    const guessers = Promise.all(Array.from({ length: 4 }, guesser))
    try {
      // The limits of the address, the number and all together are used up by then.
      while (count < 300) await guess().then(() => (count += 1))
      await work()
    } finally {
      going = false
      await guessers
    }
    return count
  }

  const others: [string, () => string][] = [
    ['from the address of its holder', () => '198.51.100.7'],
    ['from another address each time', anyAddress],
  ]
  for (const [where, address] of others) {
    it(`opens to its holder at the first try, ${where}`, async (context) => {
      const waiting = await intake.file()
      const collected = await intake.file()
      await intake.bureau.push(collected.digits, { revision: 1, state: 'registered' })
      const comeIn = async ({ number, code }: Filed) => {
        for (const from of ['198.51.100.7', '203.0.113.9']) {
          const { status } = await track(from, number, code)
          assert.equal(status, 303)
        }
      }
      for (const filed of [waiting, collected]) {
        const guess = () => track(address(), filed.number, wrongCode())
        const count = await during(guess, async () => {
          for (let times = 0; times < 5; times += 1) await comeIn(filed)
        })
        context.diagnostic(`${count} guesses meanwhile`)
      }
    })
  }

  it('leaves a way in for the holders of all other numbers', async () => {
    const { number, code } = await intake.file()
    const guess = () => track(anyAddress(), pick('123456789', 16), wrongCode())
    await during(guess, async () => {
      assert.equal((await track('203.0.113.9', number, code)).status, 303)
    })
  })

  it('opens a saved draft likewise', async () => {
    const key = await intake.citizen.openForm()
    const fields = { key, title: '柳岸社区路灯长期不亮', intent: 'save' }
    const saved = await ask('/petition/resume/', '203.0.113.9', fields)
    const [, code = ''] =
      /name="resumeCode"[^>]*value="([2-9A-Z]{16})"/.exec(String(saved.body)) ?? []
    assert.ok(code, 'no code was shown')
    const resume = (resumeCode: string) =>
      ask('/petition/resume/', '198.51.100.7', { resumeCode, intent: 'resume' })
    await during(
      () => resume(pick(queryCodeAlphabet, 16)),
      async () => {
        const page = await resume(code)
        assert.equal(page.status, 200)
        assert.ok(String(page.body).includes(fields.title))
      },
    )
  })
})

it('is not opened by guessing: a thousand a second for a hundred years are next to nothing', () => {
  const codes = queryCodeAlphabet.length ** queryCodePlaces
  const guesses = 1_000 * 86_400 * 365 * 100
  assert.ok(guesses / codes < 1e-4)
  assert.ok(1_000_000 / codes < 1e-10)
})

await onEveryDatabase((opened) => {
  const pepper = createSecretKey(randomBytes(32))
  const slowly = keyDeriver(limitConcurrency({ running: 1, waiting: 40 }))
  /** @param derive the slow hash, or what stands for it where it is only counted and no code is right */
  const guarded = (derive = slowly) => {
    let derivations = 0
    const verify = createVerify({
      mailbox: opened().mailbox,
      pepper,
      guesses: createLimits(),
      deriveKeys: (code, salt) => {
        derivations += 1
        return derive(code, salt)
      },
    })
    return { verify, derivations: () => derivations }
  }
  const file = async (code: string, mark: number | null) => {
    const { receipt, message } = sealedPetition()
    const { number } = receipt
    await opened().mailbox.file(
      { ...receipt, preCollection: createPreCollectionVerifier(pepper, number, code), mark },
      message,
    )
    return number
  }

  it('costs a flood one slow hash in many, for a number that exists as for one that does not', async () => {
    const code = wrongCode()
    const known = await file(code, null)
    const marked = await file(code, 7)
    const counts: number[] = []
    const atOnce = async () => ({ verifier: randomBytes(32), wrappingKey: randomBytes(32) })
    for (const number of [known, marked, pick('123456789', 16)]) {
      const { verify, derivations } = guarded(atOnce)
      const kinds = new Set<string>()
      for (let count = 0; count < 600; count += 1) {
        kinds.add((await verify({ number, code: wrongCode(), address: anyAddress() })).kind)
      }
      assert.deepEqual([...kinds].sort(), ['limited', 'not-found'])
      counts.push(derivations())
    }
    // Ten at first, sixty of addresses that are new, four a second, and one in 256 that has the mark by
    // chance.
    for (const count of counts) assert.ok(count < 300, `${count} slow hashes`)
  })

  it('opens to a code without a mark while wrong ones come twice a second from its own address', async (context) => {
    const code = wrongCode()
    const number = await file(code, null)
    const { verify } = guarded()
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() })
    const address = '198.51.100.7'
    for (let count = 0; count < 120; count += 1) {
      assert.notEqual((await verify({ number, code: wrongCode(), address })).kind, 'verified')
      context.mock.timers.tick(500)
    }
    assert.equal((await verify({ number, code, address })).kind, 'verified')
  })

  it('learns the mark of a code that comes without one', async () => {
    const [code, newer] = [wrongCode(), wrongCode()]
    const number = await file(code, null)
    const { mailbox } = opened()
    assert.equal((await guarded().verify({ number, code })).kind, 'verified')
    assert.equal((await mailbox.receipt(number))?.mark, codeMark(pepper, number, code))
    const made = await makeAccess(number, newer, deriveSecrets(newIdempotencyKey()).identity)
    const access = readAccess(made)
    await mailbox.putStatus(number, { revision: 1, sealed: Buffer.from('s'), access })
    const { verify } = guarded()
    for (let count = 0; count < 30; count += 1) {
      await verify({ number, code: wrongCode(), address: anyAddress() })
    }
    const holder = { number, code: newer, address: '203.0.113.9' }
    assert.equal((await verify(holder)).kind, 'verified')
    assert.equal((await mailbox.receipt(number))?.mark, codeMark(pepper, number, newer))
  })

  it('has the mark of a code that the office gives anew before it is tried, and no older one', async () => {
    const [code, newer] = [wrongCode(), wrongCode()]
    const number = await file(code, null)
    const { mailbox } = opened()
    const { identity } = deriveSecrets(newIdempotencyKey())
    const given = async (revision: number, of: string) => {
      const access = readAccess({
        ...(await makeAccess(number, of, identity)),
        mark: codeMark(pepper, number, of),
      })
      await mailbox.putStatus(number, { revision, sealed: Buffer.from('s'), access })
    }
    await given(2, newer)
    await given(1, code)
    assert.equal((await mailbox.receipt(number))?.mark, codeMark(pepper, number, newer))
    // The slow hash is not to be had, nor is a first try from this address.
    const { verify, derivations } = guarded()
    const address = '203.0.113.9'
    for (let count = 0; count < 300; count += 1) {
      await verify({ number, code: wrongCode(), address })
    }
    const before = derivations()
    assert.equal((await verify({ number, code: newer, address })).kind, 'verified')
    assert.equal(derivations(), before + 1)
  })
})
