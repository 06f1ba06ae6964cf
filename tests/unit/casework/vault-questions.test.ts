import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { readDeskKeys } from '../../../cms/src/casework/vault/desk-keys.ts'
import {
  askable,
  refuseSorting,
  refusal,
} from '../../../cms/src/casework/vault/filter-conditions.ts'
import { exactKey } from '../../../cms/src/casework/vault/seal.ts'
import type { Model } from '../../../cms/src/casework/vault/sealed-type.ts'

const deskKeys = readDeskKeys(randomBytes(32).toString('base64url'))
const sealed = (exact?: string) => ({
  type: 'string',
  pluginOptions: { vault: { sealed: true, exact } },
})
const models: Record<string, Model> = {
  case: {
    uid: 'case',
    attributes: {
      state: { type: 'string' },
      name: sealed('nameKey'),
      facts: sealed(),
      unit: { type: 'relation', target: 'unit' },
    },
  },
  unit: {
    uid: 'unit',
    attributes: { name: { type: 'string' }, cases: { type: 'relation', target: 'case' } },
  },
}
const modelOf = (uid: string) => models[uid]
const ask = (where: unknown, uid = 'case') => askable(deskKeys, modelOf, uid, where)
const keyOf = (text: string) => exactKey(deskKeys, { type: 'case', row: '', field: 'name' }, text)

describe('a question about sealed fields', () => {
  it('other than about an equal name is refused, however it is put', () => {
    for (const where of [
      { name: { $startsWith: '李' } },
      { name: { $contains: '秀' } },
      { name: { $ne: '李秀英' } },
      { name: { $gt: 'a' } },
      { name: { $notNull: true } },
      { name: { $null: true } },
      { name: { $eq: '李秀英', $startsWith: '李' } },
      { name: { $not: { $eq: '李秀英' } } },
      { name: null },
      { nameKey: { $contains: 'a' } },
      { name: { $in: ['李秀英', { $gt: 1 }] } },
      { facts: { $eq: '路灯' } },
      { facts: '路灯' },
      { $and: [{ state: 'x' }, { $or: [{ $not: { facts: { $contains: '灯' } } }] }] },
      { unit: { cases: { facts: { $contains: '灯' } } } },
      [{ state: 'x' }, { facts: '路灯' }],
    ]) {
      assert.throws(() => ask(where), { message: refusal }, JSON.stringify(where))
    }
    assert.throws(() => ask({ cases: { facts: '路灯' } }, 'unit'), { message: refusal })
  })

  it('about an equal name is asked by its key', () => {
    const key = { nameKey: { $in: [keyOf('李秀英')] } }
    for (const name of ['李秀英', { $eq: '李 秀英' }, { $eqi: '李秀英' }, { $in: ['李秀英'] }]) {
      assert.deepEqual(ask({ name, state: 'x' }), { $and: [{ state: 'x' }, key] })
    }
    assert.deepEqual(ask({ cases: { name: '李秀英' } }, 'unit'), { cases: { $and: [{}, key] } })
  })

  it('about anything else passes as it is', () => {
    const at = new Date()
    for (const where of [
      { state: { $notIn: ['a'] }, id: { $gt: 3 } },
      { unit: { name: { $contains: '局' } } },
      { $and: [{ state: 'x' }, { receivedAt: { $lt: at } }] },
      { unit: null },
      { unit: 3 },
      {},
    ]) {
      assert.deepEqual(ask(where), where)
    }
  })

  it('cannot be put as an order', () => {
    for (const orderBy of [
      'name',
      'name:asc',
      { name: 'asc' },
      [{ state: 'asc' }, { facts: 'desc' }],
    ])
      assert.throws(() => refuseSorting(modelOf, 'case', orderBy), { message: refusal })
    const through = { cases: { facts: 'asc' } }
    assert.throws(() => refuseSorting(modelOf, 'unit', through), { message: refusal })
    for (const orderBy of ['state', { id: 'asc' }, [{ unit: { name: 'asc' } }], undefined, null])
      refuseSorting(modelOf, 'case', orderBy)
  })
})
