import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, it } from 'node:test'
import { createReplyFileStore } from '../../../site/src/petition/mailbox/reply-files/store.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import type { ReplyFileStore } from '../../../site/src/petition/reply-files/ports.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'
import { sealedPetition, sealedStatus } from '../../support/portal/sealed.ts'

async function* inPieces(bytes: Buffer, size = 50_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* cutOff(bytes: Buffer) {
  yield bytes.subarray(0, bytes.length / 2)
  throw new Error('the line is cut')
}

await onEveryDatabase((opened) => {
  let backend: Awaited<ReturnType<typeof openBackend>>
  let files: ReplyFileStore
  before(async () => {
    backend = await openBackend(opened().url)
    files = createReplyFileStore(backend)
  })
  after(() => backend.db.destroy())

  const filed = async () => {
    const { receipt, message } = sealedPetition()
    await opened().mailbox.file(receipt, message)
    return receipt.number
  }
  const bring = async (number: string, bytes: Buffer, id: string = randomUUID()) => {
    const stored = await files.put({ number, id, at: new Date() }, bytes.length, inPieces(bytes))
    return { id, stored }
  }
  const put = (number: string, revision: number, ids: string[]) =>
    opened().mailbox.putStatus(number, { ...sealedStatus(revision, `${revision}`), files: ids })
  const read = async (number: string, id: string) => {
    const kept = await files.sealed(number, id)
    return kept && Buffer.concat(await Array.fromAsync(kept.parts))
  }
  const parts = async (id: string) =>
    (
      await backend.db
        .selectFrom('reply_file_parts')
        .select('place')
        .where('file_id', '=', id)
        .execute()
    ).length

  it('shows a file once a status names it, and takes no status before all its files are there', async () => {
    const number = await filed()
    for (const length of [1, 262_144, 700_001]) {
      const bytes = randomBytes(length)
      const { id, stored } = await bring(number, bytes)
      assert.equal(stored, true)
      assert.equal(await files.sealed(number, id), null)
      const revision = length + 1
      const missing = randomUUID()
      assert.equal(await put(number, revision, [id, missing]), 'files-missing')
      assert.notEqual((await opened().mailbox.status(number))?.revision, revision)
      assert.equal(await put(number, revision, [id]), revision)
      assert.deepEqual(await read(number, id), bytes)
      assert.equal((await files.sealed(number, id))?.bytes, length)
    }
  })

  it('keeps nothing of a file that was cut off, is too short or too long, and takes it anew', async () => {
    const number = await filed()
    const id = randomUUID()
    const bytes = randomBytes(600_000)
    const at = new Date()
    await assert.rejects(files.put({ number, id, at }, bytes.length, cutOff(bytes)), /cut/)
    assert.deepEqual(await files.held(number), [])
    assert.equal(await files.put({ number, id, at }, bytes.length + 1, inPieces(bytes)), false)
    assert.equal(await files.put({ number, id, at }, bytes.length - 1, inPieces(bytes)), false)
    assert.deepEqual([await files.held(number), await parts(id)], [[], 0])
    assert.equal(await put(number, 2, [id]), 'files-missing')
    await assert.rejects(files.put({ number, id, at }, bytes.length, cutOff(bytes)), /cut/)
    assert.equal((await bring(number, bytes, id)).stored, true)
    assert.equal(await put(number, 2, [id]), 2)
    assert.deepEqual(await read(number, id), bytes)
    assert.equal(await parts(id), 2)
  })

  it('takes the same file several times at once, and keeps one', async () => {
    const number = await filed()
    const bytes = randomBytes(600_000)
    const id = randomUUID()
    const all = await Promise.all([1, 2, 3].map(() => bring(number, bytes, id)))
    assert.ok(all.every(({ stored }) => stored))
    await put(number, 2, [id])
    assert.deepEqual(await read(number, id), bytes)
    assert.equal(await parts(id), 2)
  })

  it('gives a file to its own petition only, and lets no other take its place', async () => {
    const [mine, other] = [await filed(), await filed()]
    const bytes = randomBytes(1000)
    const { id } = await bring(mine, bytes)
    assert.equal((await bring(other, randomBytes(1000), id)).stored, false)
    assert.equal(await put(other, 2, [id]), 'files-missing')
    await put(mine, 2, [id])
    assert.equal(await files.sealed(other, id), null)
    assert.deepEqual(await read(mine, id), bytes)
  })

  it('erases what a newer status does not name, and nothing for an older one', async () => {
    const number = await filed()
    const [first, second] = [
      await bring(number, randomBytes(900)),
      await bring(number, randomBytes(600_000)),
    ]
    await put(number, 3, [first.id, second.id])
    await put(number, 2, [])
    await files.eraseUnnamed(number)
    assert.deepEqual((await files.held(number)).sort(), [first.id, second.id].sort())
    await put(number, 4, [first.id])
    assert.equal(await files.sealed(number, second.id), null)
    await files.eraseUnnamed(number)
    assert.deepEqual([await files.held(number), await parts(second.id)], [[first.id], 0])
    await put(number, 5, [])
    await files.eraseUnnamed(number)
    assert.deepEqual([await files.held(number), await parts(first.id)], [[], 0])
  })

  it('forgets what no status has named for a while, and keeps what one names', async () => {
    const number = await filed()
    const [named, forgotten] = [
      await bring(number, randomBytes(900)),
      await bring(number, randomBytes(900)),
    ]
    await put(number, 2, [named.id])
    assert.equal(await files.eraseForgotten(new Date(Date.now() - 60_000), 100), 0)
    assert.ok((await files.eraseForgotten(new Date(Date.now() + 60_000), 100)) >= 1)
    assert.deepEqual(await files.held(number), [named.id])
    assert.equal(await parts(forgotten.id), 0)
  })
})
