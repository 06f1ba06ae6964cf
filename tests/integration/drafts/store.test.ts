import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { after, before, beforeEach, it } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import { createDrafts } from '../../../site/src/petition/drafts/drafts.ts'
import type { DraftStore } from '../../../site/src/petition/drafts/drafts.ts'
import { hashKey, newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import type { Backend } from '../../../site/src/petition/mailbox/backend.ts'
import { createDraftStore } from '../../../site/src/petition/mailbox/drafts.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { sealedPetition } from '../../support/portal/sealed.ts'

const story = {
  title: '柳岸社区路灯长期不亮',
  facts: '第一段。\r\n第二段，“还没写完',
  idNumber: '',
}

await onEveryDatabase((opened) => {
  let backend: Backend
  let store: DraftStore
  before(async () => {
    backend = await openBackend(opened().url)
    store = createDraftStore(backend)
  })
  after(() => backend.db.destroy())
  beforeEach(() => backend.db.deleteFrom('drafts').execute())

  let today = new Date('2026-11-22T12:00:00Z')
  const pepper = createSecretKey(randomBytes(32))
  const drafts = () => createDrafts({ store, pepper, now: () => today })
  const save = async (typed: Record<string, string>, key = newIdempotencyKey()) => {
    const saving = await drafts().save(typed, key)
    assert.ok(saving.kind === 'saved')
    return saving
  }

  it('gives back exactly what was saved, with the key of the form', async () => {
    const key = newIdempotencyKey()
    const { code } = await save(story, key)
    const resumed = await drafts().resume(code)
    assert.ok(resumed.kind === 'resumed')
    assert.deepEqual([resumed.typed, resumed.key], [story, key])
  })

  it('keeps one draft of a form, the last, also when saved many times at once', async () => {
    const key = newIdempotencyKey()
    const savings = await Promise.all(
      Array.from({ length: 12 }, (_, count) => save({ title: `第 ${count} 次` }, key)),
    )
    assert.equal(new Set(savings.map(({ code }) => code)).size, 1)
    const { code } = await save(story, key)
    const resumed = await drafts().resume(code)
    assert.ok(resumed.kind === 'resumed' && resumed.typed.title === story.title)
    assert.equal((await backend.db.selectFrom('drafts').select('id').execute()).length, 1)
  })

  it('answers a wrong code, a used one and nonsense alike', async () => {
    const { code } = await save(story)
    assert.deepEqual(await drafts().wipe(code), { kind: 'wiped' })
    for (const typed of [code, 'A'.repeat(16), '', 'x'.repeat(500), '<b>']) {
      assert.deepEqual(await drafts().resume(typed), { kind: 'not-found' })
      assert.deepEqual(await drafts().wipe(typed), { kind: 'not-found' })
    }
  })

  it('is gone once the form is filed, and others stay', async () => {
    const [mine, other] = [await save(story), await save(story)]
    const { receipt, message } = sealedPetition()
    await opened().mailbox.file({ ...receipt, keyHash: hashKey(mine.key) }, message)
    assert.equal((await drafts().resume(mine.code)).kind, 'not-found')
    assert.equal((await drafts().resume(other.code)).kind, 'resumed')
  })

  it('holds through its last day, counted from the last saving, and is erased afterwards', async () => {
    const saved = today
    const key = newIdempotencyKey()
    const { code } = await save(story, key)
    today = new Date(saved.getTime() + 20 * dayMs)
    const { until } = await save(story, key)
    assert.equal(until.toISOString(), '2027-01-11T12:00:00.000Z')
    today = new Date('2027-01-11T15:59:59Z')
    assert.equal((await drafts().resume(code)).kind, 'resumed')
    assert.equal(await drafts().eraseDue(100), 0)
    today = new Date('2027-01-12T16:00:00Z')
    assert.equal((await drafts().resume(code)).kind, 'not-found')
    assert.equal(await drafts().eraseDue(100), 1)
    assert.equal((await backend.db.selectFrom('drafts').select('id').execute()).length, 0)
    today = saved
  })

  it('erases no more at a time than is asked for', async () => {
    for (let count = 0; count < 5; count += 1) await save(story)
    const later = new Date(today.getTime() + 40 * dayMs)
    assert.deepEqual([await store.eraseSaved(later, 3), await store.eraseSaved(later, 3)], [3, 2])
  })

  it('takes no more drafts than there is room for, but every known one again', async () => {
    const [first, second, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte))
    const put = (id = Buffer.alloc(0)) =>
      store.put({ id, keyHash: id, sealed: randomBytes(100), savedAt: today }, 2)
    assert.deepEqual([await put(first), await put(second), await put(third)], [true, true, false])
    assert.equal(await put(second), true)
  })

  it('refuses what is nothing, and what is far too much', async () => {
    const nothing = { title: ' ', petitioner: 'person', notifyBy: 'none' }
    assert.deepEqual(await drafts().save(nothing, newIdempotencyKey()), { kind: 'empty' })
    const novel = { facts: '长'.repeat(30_000) }
    assert.deepEqual(await drafts().save(novel, newIdempotencyKey()), { kind: 'too-long' })
    assert.equal((await drafts().save({ facts: '长'.repeat(8_000) }, '')).kind, 'saved')
  })

  it('leaves nothing in the database by which a draft could be read', async () => {
    const { code, key } = await save(story)
    const rows = await backend.db.selectFrom('drafts').selectAll().execute()
    const bytes = Buffer.concat(
      rows.flatMap(({ id, key_hash, sealed }) => [id, key_hash ?? Buffer.alloc(0), sealed]),
    )
    for (const secret of [story.title, '第二段', code, key]) assert.ok(!bytes.includes(secret))
    const thief = createDrafts({
      store,
      pepper: createSecretKey(randomBytes(32)),
      now: () => today,
    })
    assert.equal((await thief.resume(code)).kind, 'not-found')
  })
})
