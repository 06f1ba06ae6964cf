import assert from 'node:assert/strict'
import { it, mock } from 'node:test'
import { createProver } from '../../../site/src/petition-form/submit/prover.ts'

/** Makes numbered proofs, or what it is given; counts how often it was asked. */
function maker(...given: (() => Promise<string>)[]) {
  let asked = 0
  const make = () => {
    asked += 1
    return given[asked - 1]?.() ?? Promise.resolve(`proof ${asked}`)
  }
  return { prover: createProver(make), asked: () => asked }
}

it('makes one proof while the form is written, and gives that one', async () => {
  const { prover, asked } = maker()
  for (let count = 0; count < 5; count += 1) prover.prepare()
  assert.equal(await prover.proof(), 'proof 1')
  assert.equal(await prover.proof(), 'proof 1')
  assert.equal(asked(), 1)
})

it('makes another one where the first does not count any more', async () => {
  const { prover } = maker()
  assert.equal(await prover.proof(), 'proof 1')
  prover.renew()
  assert.equal(await prover.proof(), 'proof 2')
})

it('makes another one before the challenge is over', async (context) => {
  const { prover } = maker()
  let time = 0
  mock.method(performance, 'now', () => time)
  context.after(() => mock.restoreAll())
  assert.equal(await prover.proof(), 'proof 1')
  time = 14 * 60_000
  assert.equal(await prover.proof(), 'proof 1')
  time = 16 * 60_000
  assert.equal(await prover.proof(), 'proof 2')
})

it('gives nothing where none can be made, and tries again when it is asked again', async () => {
  const broken = async () => Promise.reject(new Error('offline'))
  const { prover } = maker(broken, async () => '')
  assert.equal(await prover.proof(), '')
  assert.equal(await prover.proof(), '')
  assert.equal(await prover.proof(), 'proof 3')
})

it('keeps nobody waiting for a proof that does not come', async (context) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  context.after(() => mock.timers.reset())
  const { prover } = maker(() => new Promise(() => {}))
  const proof = prover.proof()
  mock.timers.tick(15_000)
  assert.equal(await proof, '')
})
