import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { StatusDamaged, openStatus } from '../../site/src/petition/open-status.ts'
import { statusWith } from '../support/status.ts'

const number = '1234567890123456'
/** As an office seals it that was not brought up to date with the portal. */
const older = {
  version: 1,
  number,
  revision: 3,
  state: 'replied',
  title: '工地拖欠工资',
  receivedAt: '2026-11-22T09:00:00+08:00',
  unit: '区人社局',
  steps: [{ at: '2026-11-23T09:00:00+08:00', state: 'registered', text: '信访部门已登记。' }],
  clocks: [
    { name: '登记并转送、交办', article: 22 },
    { name: '书面告知是否受理', article: 23 },
    { name: '办结', article: 34 },
    { name: '可以申请复查', article: 35 },
  ].map((clock) => ({ ...clock, startedOn: '2026-11-22', lastDay: '2026-12-07', done: false })),
  reply: { text: '已经付清。', unit: '区人社局', deliveredOn: '2026-11-23' },
  evaluation: null,
  mayEvaluate: true,
}

async function sealAndOpen(content: unknown) {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  return openStatus(await encrypter.encrypt(JSON.stringify(content)), identity, number)
}

it('is read as one of today that offers no more than that office can take', async () => {
  const owners = ['bureau', 'unit', 'unit', 'petitioner']
  const { mayEvaluate: evaluate, ...shared } = older
  assert.deepEqual(await sealAndOpen(older), {
    ...shared,
    version: 2,
    clocks: older.clocks.map((clock, index) => ({ ...clock, whose: owners[index] })),
    opinions: [],
    may: { evaluate, supplement: false, withdraw: false, appeal: null },
  })
})

it('leaves a status of today as it is', async () => {
  const today = statusWith({ may: { withdraw: true } })
  assert.deepEqual(await sealAndOpen(today), today)
})

it('is damaged where it is neither', async () => {
  for (const content of [
    { ...older, version: 3 },
    { ...older, mayEvaluate: 'yes' },
    { ...older, clocks: undefined },
    { ...older, number: '9999999999999999' },
  ]) {
    await assert.rejects(sealAndOpen(content), StatusDamaged)
  }
})
