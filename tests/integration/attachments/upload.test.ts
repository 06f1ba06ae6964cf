import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { newIdempotencyKey } from '../../../site/src/petition/submit/idempotency-key.ts'
import { startBarePortal } from '../../support/portal/bare-portal.ts'
import type { BarePortal } from '../../support/portal/bare-portal.ts'
import { createBureau } from '../../support/portal/bureau.ts'
import { filmFile, pdfFile, photograph } from '../../support/files/files.ts'
import { collectFile, createUploader } from '../../support/portal/uploads.ts'

const part = 256 * 1024
let bare: BarePortal
before(async () => void (bare = await startBarePortal()))
after(() => bare.stop())
const uploader = (key = newIdempotencyKey()) => createUploader(bare.portal.url, key)

describe('uploading in parts', () => {
  it('says how much is there, takes a part twice without harm, and goes on from there', async () => {
    const film = filmFile(3 * part + 1_000)
    const own = uploader()
    const { id, value } = await own.begin('经过.mp4', film.length)
    assert.deepEqual([value.state, value.received, value.name], ['open', 0, '经过.mp4'])
    assert.equal((await own.put(id, 0, film.subarray(0, part))).value.received, part)
    assert.equal((await own.put(id, 0, film.subarray(0, part))).value.received, part)
    assert.equal((await own.put(id, 2 * part, film.subarray(0, part))).value.received, part)
    assert.equal((await own.begin('经过.mp4', film.length, id)).value.received, part)
    assert.equal((await own.finish(id)).status, 409)
    await own.putAll(id, film, part)
    const finished = await Promise.all(Array.from({ length: 4 }, () => own.finish(id)))
    for (const reply of finished)
      assert.deepEqual([reply.status, reply.value.state], [200, 'ready'])
    assert.equal((await own.list()).length, 1)
  })

  it('goes with the petition, and opens at the office to exactly what was sent', async () => {
    const key = newIdempotencyKey()
    const [film, receipt] = [filmFile(700_000), pdfFile()]
    const ids: string[] = []
    for (const [name, content] of [
      ['经过.mp4', film],
      ['收据.pdf', receipt],
    ] as const) {
      ids.push((await uploader(key).upload(name, content)).id)
    }
    const { portal, data, file } = bare
    const before = await fetch(`${portal.url}/mailbox/attachments/${ids[0]}`, {
      headers: { authorization: `Bearer ${data.token}` },
    })
    assert.equal(before.status, 404)
    const answers = await Promise.all(Array.from({ length: 20 }, () => file(key, ids.join(' '))))
    assert.equal(new Set(answers.map(({ answer }) => answer.number)).size, 1)
    const desk = createBureau(portal.url, data.identity, data.token)
    const [petition] = await desk.petitions(answers[0]?.answer.number ?? '')
    assert.deepEqual(
      petition?.attachments.map(({ id, name, type }) => [id, name, type]),
      [
        [ids[0], '经过.mp4', 'video/mp4'],
        [ids[1], '收据.pdf', 'application/pdf'],
      ],
    )
    for (const [index, content] of [film, receipt].entries()) {
      const collected = await collectFile(portal.url, data, ids[index] ?? '')
      assert.deepEqual(collected.content, content)
      assert.equal(collected.sha256, petition?.attachments[index]?.sha256)
      assert.equal(petition?.attachments[index]?.bytes, content.length)
    }
    const stranger = await fetch(`${portal.url}/mailbox/attachments/${ids[0]}`)
    assert.equal(stranger.status, 401)
  })

  it('is a conflict when the same form comes with other files, and files nothing without one', async () => {
    const key = newIdempotencyKey()
    const { id } = await uploader(key).upload('收据.pdf', pdfFile())
    assert.deepEqual((await bare.file(key, `${id} ${randomUUID()}`)).answer, {
      kind: 'attachments',
      refused: [],
    })
    const { answer } = await bare.file(key, id)
    assert.equal(answer.kind, 'receipt')
    assert.equal((await bare.file(key, '')).status, 409)
    assert.equal((await bare.file(key, id)).answer.number, answer.number)
    await uploader(key).remove(id)
    assert.equal((await bare.file(key, id)).answer.number, answer.number)
  })

  it('shows a stranger nothing, and lets nobody write under another key', async () => {
    const film = filmFile(part + 10)
    const { id } = await uploader().begin('经过.mp4', film.length)
    const stranger = uploader()
    assert.equal((await stranger.look(id)).status, 404)
    assert.equal((await stranger.put(id, 0, film.subarray(0, part))).status, 404)
    assert.equal((await stranger.finish(id)).status, 404)
    await stranger.remove(id)
    assert.deepEqual(await stranger.list(), [])
    assert.equal((await stranger.begin('x', 10, id)).status, 503)
    assert.equal(await createUploader(bare.portal.url, 'guessed').list(), undefined)
  })

  it('refuses what is too much, and a part that is too large', async () => {
    const own = uploader()
    const tooLarge = await own.begin('经过.mp4', 50 * 1024 * 1024 + 1)
    assert.deepEqual([tooLarge.status, tooLarge.value.refusal], [422, 'too-large'])
    assert.equal((await own.begin('空.pdf', 0)).value.refusal, 'empty')
    const photo = Buffer.concat([await photograph(), Buffer.alloc(11 * 1024 * 1024)])
    assert.equal((await own.upload('大.jpg', photo)).value.refusal, 'too-large')
    const { id } = await own.begin('经过.mp4', 2 * part)
    assert.equal((await own.put(id, 0, Buffer.alloc(part + 1))).status, 413)
    assert.equal((await own.put(id, 0, Buffer.alloc(100))).status, 400)
    for (let count = 0; count < 9; count += 1) {
      assert.equal((await own.begin(`${count}.mp4`, 1_000)).status, 201)
    }
    assert.equal((await own.begin('多.mp4', 1_000)).value.refusal, 'too-many')
    const heavy = uploader()
    assert.equal((await heavy.begin('a.mp4', 50 * 1024 * 1024)).status, 201)
    assert.equal((await heavy.begin('b.mp4', 50 * 1024 * 1024)).status, 201)
    assert.equal((await heavy.begin('c.mp4', 1)).value.refusal, 'too-many')
  })
})

it('rests nowhere in the clear, under way or arrived (24)', async () => {
  const canary = 'CANARY-金丝雀-evidence'
  const key = newIdempotencyKey()
  const own = uploader(key)
  const film = Buffer.concat([filmFile(300_000), Buffer.from(canary.repeat(1_000))])
  const open = await own.begin(`${canary}.mp4`, film.length)
  await own.put(open.id, 0, film.subarray(0, part))
  const ready = await own.upload(`${canary}.pdf`, pdfFile({ text: canary }))
  const search = () => {
    const files = readdirSync(bare.data.path, { recursive: true, withFileTypes: true })
    const places = files.filter((entry) => entry.isFile())
    const bytes = places.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    for (const secret of [canary, key]) {
      assert.ok(!Buffer.concat(bytes).includes(secret), 'the data folder holds it')
      assert.ok(!bare.portal.output().includes(secret), 'the log holds it')
    }
  }
  search()
  await own.putAll(open.id, film, part)
  search()
  await own.finish(open.id)
  assert.equal((await bare.file(key, `${open.id} ${ready.id}`)).status, 200)
  search()
})

it('goes on after the portal was killed, with what had arrived', async (t) => {
  const film = filmFile(4 * part)
  const key = newIdempotencyKey()
  const first = await startBarePortal()
  const before = createUploader(first.portal.url, key)
  const { id } = await before.begin('经过.mp4', film.length)
  await before.putAll(id, film.subarray(0, 2 * part))
  // Killed while it seals: the next finish begins anew.
  const last = before.putAll(id, film, 2 * part).then(() => before.finish(id))
  last.catch(() => {})
  first.portal.process.kill('SIGKILL')
  await first.portal.exited
  await last.catch(() => undefined)

  const second = await startBarePortal({}, first.data)
  t.after(async () => {
    await second.stop()
    first.data.remove()
  })
  const again = createUploader(second.portal.url, key)
  const held = Number((await again.look(id)).value.received)
  assert.ok(held >= 2 * part && held % part === 0)
  await again.putAll(id, film, held)
  assert.equal((await again.finish(id)).value.state, 'ready')
  assert.equal((await second.file(key, id)).status, 200)
  const { sha256 } = await collectFile(second.portal.url, first.data, id)
  assert.equal(sha256, createHash('sha256').update(film).digest('base64'))
})

it('says that there is no room, and has room again when files are removed', async (t) => {
  const small = await startBarePortal({ ATTACHMENTS_ROOM_MB: '1' })
  t.after(small.stop)
  const own = createUploader(small.portal.url, newIdempotencyKey())
  const { id } = await own.begin('甲.mp4', 900_000)
  await own.putAll(id, filmFile(900_000))
  const reply = await own.begin('乙.mp4', 900_000)
  assert.deepEqual([reply.status, reply.value.kind], [503, 'no-room'])
  assert.ok(Number(reply.headers.get('retry-after')) > 0)
  await own.remove(id)
  assert.equal((await own.begin('乙.mp4', 900_000)).status, 201)
  assert.equal((await small.file(newIdempotencyKey(), '')).answer.kind, 'receipt')
})

it('keeps its memory flat and answers others while 50 MB are sealed and collected', async (t) => {
  const own = await startBarePortal()
  t.after(own.stop)
  const { portal, data, file } = own
  const rss = () => {
    const status = readFileSync(`/proc/${portal.process.pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
  }
  const key = newIdempotencyKey()
  await createUploader(portal.url, key).upload('热身.pdf', pdfFile())
  const before = rss()
  const film = Buffer.concat([filmFile(1_000), randomBytes(50 * 1024 * 1024 - 1_000)])
  const uploader = createUploader(portal.url, key)
  const { id } = await uploader.begin('经过.mp4', film.length)
  await uploader.putAll(id, film)
  let sealing = true
  let answered = 0
  const others = async () => {
    while (sealing) {
      assert.equal((await fetch(`${portal.url}/healthz`)).status, 200)
      answered += 1
    }
  }
  const asking = others()
  assert.equal((await uploader.finish(id)).value.state, 'ready')
  sealing = false
  await asking
  assert.ok(answered > 20, `${answered} others were answered meanwhile`)
  assert.equal((await file(key, id)).status, 200)
  const { content } = await collectFile(portal.url, data, id)
  assert.equal(content.length, film.length)
  t.diagnostic(`highest memory before ${Math.round(before)} MB, after ${Math.round(rss())} MB`)
  assert.ok(rss() - before < 120, `${before} MB, then ${rss()} MB`)
})
