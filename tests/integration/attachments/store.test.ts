import assert from 'node:assert/strict'
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { after, before, it } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import { createAttachments } from '../../../site/src/petition/attachments/attachments.ts'
import type { Attachments } from '../../../site/src/petition/attachments/attachments.ts'
import { UploadGone } from '../../../site/src/petition/attachments/ports.ts'
import type { UploadStore } from '../../../site/src/petition/attachments/ports.ts'
import { createDrafts } from '../../../site/src/petition/drafts/drafts.ts'
import { newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import type { Backend } from '../../../site/src/petition/mailbox/backend.ts'
import { createDraftStore } from '../../../site/src/petition/mailbox/drafts.ts'
import { createMailbox } from '../../../site/src/petition/mailbox/store.ts'
import { createUploadStore } from '../../../site/src/petition/mailbox/uploads.ts'
import { filmFile } from '../../support/files/files.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { sealedPetition } from '../../support/portal/sealed.ts'

const part = 256 * 1024
const pepper = createSecretKey(randomBytes(32))

await onEveryDatabase((opened) => {
  /** Two portals over one database. */
  let backends: Backend[] = []
  before(async () => {
    backends = [await openBackend(opened().url), await openBackend(opened().url)]
  })
  after(() => Promise.all(backends.map(({ db }) => db.destroy())))

  let clock = Date.now()
  let room = 1024 ** 3
  const portal = (
    index: number,
    changes: Partial<UploadStore> = {},
  ): { store: UploadStore; attachments: Attachments } => {
    const store = { ...createUploadStore(backends[index] ?? assert.fail()), ...changes }
    const attachments = createAttachments({
      store,
      // Sealing is not what is looked at here.
      sealFile: async (plain) => plain,
      redraw: () => assert.fail('there is no picture'),
      decrypt: () => assert.fail('there is no PDF'),
      room,
      hasSpace: async () => true,
      now: () => new Date(clock),
    })
    return { store, attachments }
  }
  const drafts = () => {
    const store = createDraftStore(backends[0] ?? assert.fail())
    return createDrafts({ store, pepper, now: () => new Date(clock) })
  }
  const save = async (key: string) => {
    const saving = await drafts().save({ title: '写到一半' }, key)
    assert.ok(saving.kind === 'saved')
    return saving
  }
  const mailbox = () => createMailbox(backends[0] ?? assert.fail())
  const count = async (table: 'uploads' | 'upload_parts') => {
    const { db } = backends[0] ?? assert.fail()
    return (await db.selectFrom(table).selectAll().execute()).length
  }
  const read = async (id: string) => {
    const sealed = await portal(1).store.sealed(id)
    const parts: Uint8Array[] = []
    for await (const content of sealed?.parts ?? []) parts.push(content)
    return sealed && Buffer.concat(parts)
  }
  const begin = async (key: string, film: Buffer) => {
    const id = randomUUID()
    await portal(0).attachments.begin(key, { id, name: '经过.mp4', size: film.length }, 'a')
    return id
  }

  it('keeps a file whole when its parts come to several portals, and again', async () => {
    const [key, film] = [newIdempotencyKey(), filmFile(3 * part + 7)]
    const id = await begin(key, film)
    for (let offset = 0; offset < film.length; offset += part) {
      const content = film.subarray(offset, offset + part)
      const puts = [0, 1, 0, 1].map((at) => portal(at).attachments.put(key, id, offset, content))
      for (const received of await Promise.all(puts))
        assert.equal(received, offset + content.length)
    }
    const finished = [0, 1, 0, 1].map((at) => portal(at).attachments.finish(key, id))
    for (const listed of await Promise.all(finished)) assert.equal(listed?.state, 'ready')
    const ready = await portal(1).attachments.ready(key, id)
    assert.ok(ready.ok)
    const { receipt, message } = sealedPetition()
    await mailbox().file(receipt, message, { uploads: [id] })
    assert.deepEqual(await read(id), film)
    const { db } = backends[0] ?? assert.fail()
    const runs = await db.selectFrom('upload_parts').select('run').distinct().execute()
    assert.equal(runs.length, 1, 'parts of arrival or of a slower seal are left')
  })

  it('keeps a file that one portal has finished while another was still reading it', async () => {
    const [key, film] = [newIdempotencyKey(), filmFile(3 * part + 7)]
    const id = await begin(key, film)
    for (let offset = 0; offset < film.length; offset += part) {
      await portal(0).attachments.put(key, id, offset, film.subarray(offset, offset + part))
    }
    const slow = portal(1, {
      async *parts(which, from) {
        // The faster portal is done, and has erased what had arrived, before the slower reads on.
        await portal(0).attachments.finish(key, id)
        yield* portal(1).store.parts(which, from)
      },
    })
    assert.equal((await slow.attachments.finish(key, id))?.state, 'ready')
    const { receipt, message } = sealedPetition()
    await mailbox().file(receipt, message, { uploads: [id] })
    assert.deepEqual(await read(id), film)
  })

  it('takes a file along once, with its message or not at all', async () => {
    const [key, film] = [newIdempotencyKey(), filmFile(900)]
    const id = await begin(key, film)
    await portal(0).attachments.put(key, id, 0, film)
    const early = sealedPetition()
    await assert.rejects(
      mailbox().file(early.receipt, early.message, { uploads: [id] }),
      UploadGone,
    )
    assert.equal(await mailbox().receipt(early.receipt.number), null)
    await portal(0).attachments.finish(key, id)
    assert.equal(await read(id), null)

    const pairs = [sealedPetition(), sealedPetition()]
    const filings = await Promise.allSettled(
      pairs.map(({ receipt, message }) => mailbox().file(receipt, message, { uploads: [id] })),
    )
    assert.deepEqual(filings.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const filed = await Promise.all(pairs.map(({ receipt }) => mailbox().receipt(receipt.number)))
    assert.equal(filed.filter(Boolean).length, 1)
    await portal(0).attachments.remove(key, id)
    assert.deepEqual(await read(id), film)
  })

  it('goes with a further message as with a petition', async () => {
    const [key, film] = [newIdempotencyKey(), filmFile(900)]
    const id = await begin(key, film)
    await portal(0).attachments.put(key, id, 0, film)
    await portal(0).attachments.finish(key, id)
    const { receipt, message } = sealedPetition()
    await mailbox().file(receipt, message)
    const more = { ...message, id: randomUUID() }
    assert.equal(await mailbox().append(more, [id]), true)
    assert.equal(await mailbox().append(more, [id]), false)
    assert.deepEqual(await read(id), film)
  })

  it('erases what was never sent after a day, and what was sent with its message', async () => {
    clock = Date.now() - 2 * dayMs
    const [key, film] = [newIdempotencyKey(), filmFile(2 * part)]
    const [sent, unsent] = [await begin(key, film), await begin(key, film)]
    for (const id of [sent, unsent]) {
      await portal(0).attachments.put(key, id, 0, film.subarray(0, part))
      await portal(0).attachments.put(key, id, part, film.subarray(part))
      await portal(0).attachments.finish(key, id)
    }
    clock = Date.now()
    const young = await begin(newIdempotencyKey(), film)
    const { receipt, message } = sealedPetition()
    await mailbox().file(receipt, message, { uploads: [sent] })
    assert.equal(await portal(0).attachments.eraseDue(100), 1)
    assert.deepEqual((await portal(0).store.list(randomBytes(32))).length, 0)
    assert.deepEqual(
      (await portal(0).attachments.list(key)).map(({ id }) => id),
      [sent],
    )
    const [last] = (await mailbox().messagesAfter(0, 1_000)).slice(-1)
    await mailbox().acknowledge(last?.sequence ?? 0, new Date(Date.now() - 8 * dayMs))
    await mailbox().eraseAcknowledged(new Date(Date.now() - 7 * dayMs), 1_000)
    assert.equal(await read(sent), null)
    await portal(0).store.eraseUnsent(new Date(Date.now() - 1), 1_000)
    assert.deepEqual([await count('uploads'), await count('upload_parts')], [0, 0])
    assert.equal(await portal(0).attachments.find(key, young), null)
  })

  it('keeps the files of a saved form as long as its draft', async () => {
    clock = Date.now() - 20 * dayMs
    const [key, film] = [newIdempotencyKey(), filmFile(900)]
    const id = await begin(key, film)
    await begin(newIdempotencyKey(), film)
    const { code } = await save(key)
    clock = Date.now()
    assert.equal(await portal(0).attachments.eraseDue(100), 1)
    assert.equal((await portal(1).attachments.find(key, id))?.id, id)
    await drafts().wipe(code)
    assert.equal(await portal(0).attachments.eraseDue(100), 1)
    assert.equal(await count('uploads'), 0)
  })

  it('lets files of saved forms give way after a day, the oldest first, where there is no room', async (t) => {
    room = 2_500
    t.after(() => (room = 1024 ** 3))
    const film = filmFile(900)
    const keys = [newIdempotencyKey(), newIdempotencyKey()]
    const ids: string[] = []
    for (const [index, key] of keys.entries()) {
      clock = Date.now() - (3 - index) * dayMs
      const id = await begin(key, film)
      await portal(0).attachments.put(key, id, 0, film)
      ids.push(id)
      await save(key)
    }
    clock = Date.now()
    const key = newIdempotencyKey()
    const young = await begin(key, film)
    await portal(0).attachments.put(key, young, 0, film)
    const found = async (at: number) =>
      (await portal(0).attachments.find(keys[at] ?? '', ids[at] ?? '')) !== null
    assert.ok(await portal(0).attachments.find(key, young))
    assert.deepEqual([await found(0), await found(1)], [false, true])
    const large = { id: randomUUID(), name: '长.mp4', size: 2_000 }
    assert.equal((await portal(0).attachments.begin(key, large, 'a')).kind, 'no-room')
    assert.ok(await found(1), 'a file was given up for nothing')
  })
})
