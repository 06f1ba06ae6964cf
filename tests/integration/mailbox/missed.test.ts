import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, it } from 'node:test'
import { type Backend } from '../../../site/src/petition/mailbox/backend.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import { createMissedStore } from '../../../site/src/petition/mailbox/missed.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'

const digestOf = (query: string) => createHash('sha256').update(query).digest()

await onEveryDatabase((opened) => {
  let backend: Backend
  beforeEach(async () => void (backend = await openBackend(opened().url)))
  afterEach(async () => {
    await backend.db.deleteFrom('missed_queries').execute()
    await backend.db.destroy()
  })

  const ask = async (query: string, times: number, day = '2026-11-02') => {
    const { count } = createMissedStore(backend)
    for (let time = 0; time < times; time += 1) await count(digestOf(query), query, day)
  }
  const rows = () => backend.db.selectFrom('missed_queries').selectAll().execute()

  it('keeps a digest and a number until a query was seen five times, then its words', async () => {
    const store = createMissedStore(backend)
    await ask('广场舞太吵了', 4)
    assert.deepEqual(await store.known(10), [])
    const [row] = await rows()
    assert.deepEqual([row?.query, row?.count], [null, 4])
    await ask('广场舞太吵了', 1, '2026-11-03')
    assert.deepEqual(await store.known(10), [
      { query: '广场舞太吵了', count: 5, lastDay: '2026-11-03' },
    ])
    await ask('广场舞太吵了', 1, '2026-11-04')
    assert.equal((await store.known(10))[0]?.count, 6)
  })

  it('counts each of many that come at once', async () => {
    const { count, known } = createMissedStore(backend)
    const query = '电梯停了没人修'
    await Promise.all(Array.from({ length: 40 }, () => count(digestOf(query), query, '2026-11-02')))
    assert.equal((await known(10))[0]?.count, 40)
  })

  it('shows those first that were sought most often', async () => {
    await ask('乙', 6)
    await ask('甲', 7)
    await ask('丙', 5)
    const known = await createMissedStore(backend).known(2)
    assert.deepEqual(
      known.map(({ query }) => query),
      ['甲', '乙'],
    )
  })

  it('erases what nobody has sought for long, some at a time', async () => {
    const { eraseUnseen } = createMissedStore(backend)
    await ask('久远的', 6, '2026-08-01')
    await ask('也久远', 1, '2026-08-02')
    await ask('近来的', 5, '2026-08-03')
    assert.equal(await eraseUnseen('2026-08-03', 1), 1)
    assert.equal(await eraseUnseen('2026-08-03', 10), 1)
    assert.equal(await eraseUnseen('2026-08-03', 10), 0)
    assert.deepEqual(
      (await rows()).map(({ query }) => query),
      ['近来的'],
    )
  })

  it('keeps no more than it is told, those seen most', async () => {
    const { eraseBeyond } = createMissedStore(backend)
    await ask('甲', 5)
    await ask('乙', 1)
    await ask('丙', 2)
    assert.equal(await eraseBeyond(3, 10), 0)
    assert.equal(await eraseBeyond(1, 1), 1)
    assert.equal(await eraseBeyond(1, 10), 1)
    assert.deepEqual(
      (await rows()).map(({ query }) => query),
      ['甲'],
    )
    assert.equal(await eraseBeyond(0, 10), 1)
  })
})
