import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { after, afterEach, before, describe, it } from 'node:test'
import { createAttachments } from '../../site/src/petition/attachments/attachments.ts'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { openBackend } from '../../site/src/petition/mailbox/open.ts'
import type { Backend } from '../../site/src/petition/mailbox/backend.ts'
import { createUploadStore } from '../../site/src/petition/mailbox/uploads.ts'
import { startBarePortal } from '../support/portal/bare-portal.ts'
import type { BarePortal } from '../support/portal/bare-portal.ts'
import { filmFile } from '../support/files/files.ts'
import { onEveryDatabase } from '../support/portal/mailboxes.ts'
import { rawRequest } from '../support/portal/raw-request.ts'

const megabyte = 1024 * 1024
const minute = 60_000

/** A form's uploads from an address that the proxy before the portal names. */
function from(bare: BarePortal, address: string, key = newIdempotencyKey()) {
  const headers = { 'form-key': key, 'x-forwarded-for': address }
  const ask = async (method: string, path: string, type: string, body: Buffer, more = {}) => {
    const reply = await rawRequest(
      bare.portal.port,
      method,
      `/petition/attachments/${path}`,
      { ...headers, 'content-type': type, ...more },
      body,
    )
    return { status: reply.status, headers: reply.headers, value: JSON.parse(String(reply.body)) }
  }
  const json = (value: object) => Buffer.from(JSON.stringify(value))
  const begin = async (size: number) => {
    const id = randomUUID()
    const file = json({ id, name: '经过.mp4', size })
    return { id, ...(await ask('POST', '', 'application/json', file)) }
  }
  return {
    begin,
    async upload(film: Buffer) {
      const { id, status } = await begin(film.length)
      if (status !== 201) return status
      const more = { 'upload-offset': '0' }
      await ask('PUT', id, 'application/octet-stream', film, more)
      return (await ask('POST', `${id}/finish`, 'application/json', json({}))).status
    },
  }
}

describe('uploads that are declared and never sent', () => {
  let bare: BarePortal
  before(async () => {
    bare = await startBarePortal({ ATTACHMENTS_ROOM_MB: '100', TRUSTED_PROXIES: '1' })
  })
  after(() => bare.stop())

  it('leave room for everybody else, and are few from one address', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 50; count += 1) {
      const { status, headers } = await from(bare, '198.51.100.7').begin(50 * megabyte)
      statuses.push(status)
      if (status === 429) assert.ok(Number(headers['retry-after']) > 0)
    }
    assert.ok(statuses.filter((status) => status === 201).length <= 40)
    assert.equal(statuses.at(-1), 429)
    assert.equal(await from(bare, '203.0.113.9').upload(filmFile(200_000)), 200)
  })

  it('are counted for a whole IPv6 network', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 50; count += 1) {
      const address = `2001:db8:1:2::${count.toString(16)}`
      statuses.push((await from(bare, address).begin(50 * megabyte)).status)
    }
    assert.equal(statuses.at(-1), 429)
    assert.equal(await from(bare, '2001:db8:1:3::1').upload(filmFile(200_000)), 200)
  })

  it('leave room also where many addresses do it', async () => {
    for (let address = 1; address <= 30; address += 1) {
      for (let count = 0; count < 5; count += 1) {
        await from(bare, `198.51.100.${100 + address}`).begin(50 * megabyte)
      }
    }
    assert.equal(await from(bare, '203.0.113.10').upload(filmFile(200_000)), 200)
  })
})

describe('forms with files that arrive without end, without a script', () => {
  let bare: BarePortal
  let sockets: Socket[] = []
  before(async () => {
    bare = await startBarePortal({ TRUSTED_PROXIES: '1' })
  })
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    sockets = []
  })
  after(() => bare.stop())

  const boundary = 'form'
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const beginning = (address: string) =>
    [
      'POST /petition/ HTTP/1.1',
      `Host: 127.0.0.1:${bare.portal.port}`,
      `X-Forwarded-For: ${address}`,
      `Content-Type: multipart/form-data; boundary=${boundary}`,
      'Content-Length: 100000000',
      '',
      field('key', newIdempotencyKey()),
    ].join('\r\n')
  const declare = async (address: string) => {
    const socket = connect(bare.portal.port, '127.0.0.1').on('error', () => {})
    sockets.push(socket)
    await new Promise<void>((resolve) => socket.write(beginning(address), () => resolve()))
    return socket
  }
  /** Sends a whole form. @returns the status */
  const sendForm = async (address: string) => {
    const answer = await rawRequest(
      bare.portal.port,
      'POST',
      '/petition/',
      {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'x-forwarded-for': address,
      },
      `${field('key', newIdempotencyKey())}--${boundary}--\r\n`,
    )
    return answer.status
  }

  it('from one address leave a way in for others', async () => {
    for (let count = 0; count < 30; count += 1) await declare('198.51.100.7')
    assert.notEqual(await sendForm('203.0.113.9'), 503)
  })

  it('from twelve addresses leave a way in for others at once, and drip in vain', async () => {
    for (let address = 1; address <= 12; address += 1) {
      for (let count = 0; count < 8; count += 1) await declare(`198.51.100.${address}`)
    }
    const drip = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('x')
    }, 50)
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, person) => sendForm(`203.0.113.${person}`)),
    )
    clearInterval(drip)
    assert.ok(!statuses.includes(503), String(statuses))
  })

  it('do not cut somebody who sends on', async () => {
    const own = await declare('203.0.113.30')
    let cut = false
    own.once('close', () => (cut = true)).resume()
    for (let address = 1; address <= 12; address += 1) {
      for (let count = 0; count < 8; count += 1) await declare(`198.51.100.${address}`)
      own.write(`\r\n${field(`more${address}`, '字')}`)
    }
    assert.notEqual(await sendForm('203.0.113.31'), 503)
    assert.equal(cut, false)
  })
})

await onEveryDatabase((opened) => {
  let backend: Backend
  before(async () => void (backend = await openBackend(opened().url)))
  after(() => backend.db.destroy())
  let clock = Date.now()
  const attachments = (room = 100 * megabyte) =>
    createAttachments({
      store: createUploadStore(backend),
      sealFile: async (plain) => plain,
      redraw: () => assert.fail('there is no picture'),
      decrypt: () => assert.fail('there is no PDF'),
      room,
      hasSpace: async () => true,
      now: () => new Date(clock),
    })
  const begin = async (address: string, size: number, room?: number) => {
    const [key, id] = [newIdempotencyKey(), randomUUID()]
    const begun = await attachments(room).begin(key, { id, name: '经过.mp4', size }, address)
    return { key, id, kind: begun.kind }
  }

  it('erases a file of which nothing comes within minutes, and one that stops a little later', async () => {
    const [silent, halting] = [await begin('a', megabyte), await begin('a', megabyte)]
    const found = async ({ key, id }: { key: string; id: string }) =>
      (await attachments().find(key, id)) !== null
    clock += 4 * minute
    await attachments().put(halting.key, halting.id, 0, Buffer.alloc(16 * 1024))
    await attachments().eraseDue(100)
    assert.deepEqual([await found(silent), await found(halting)], [true, true])
    clock += 2 * minute
    await attachments().eraseDue(100)
    assert.deepEqual([await found(silent), await found(halting)], [false, true])
    clock += 40 * minute
    await attachments().eraseDue(100)
    assert.equal(await found(halting), false)
  })

  it('counts an address no longer once what it declared is idle', async () => {
    const kinds = new Set<string>()
    for (let count = 0; count < 60; count += 1) kinds.add((await begin('b', 50 * megabyte)).kind)
    assert.deepEqual([...kinds], ['begun', 'too-many-open'])
    assert.equal((await begin('c', megabyte)).kind, 'begun')
    clock += 6 * minute
    assert.equal((await begin('b', megabyte)).kind, 'begun')
  })

  it('takes the room for a newcomer from the address that has filled most of it', async () => {
    clock += 25 * 60 * minute
    await attachments().eraseDue(1_000)
    const room = 2 * megabyte
    const fill = async (address: string, size: number) => {
      const file = await begin(address, size, room)
      if (file.kind !== 'begun') return file.kind
      for (let offset = 0; offset < size; offset += 256 * 1024) {
        const part = Buffer.alloc(Math.min(256 * 1024, size - offset))
        await attachments(room).put(file.key, file.id, offset, part)
      }
      return file
    }
    const small = await fill('quiet', 200 * 1024)
    const filled: unknown[] = []
    for (let count = 0; count < 4; count += 1) {
      filled.push(await fill('hog', 512 * 1024))
      clock += 1_000
    }
    assert.equal(filled.at(-1), 'no-room', 'the one who fills the room does not get more')
    const there = async (files: unknown[]) => {
      let count = 0
      for (const file of files as { key: string; id: string }[]) {
        if (file.id && (await attachments(room).find(file.key, file.id))) count += 1
      }
      return count
    }
    const kept = await there(filled)
    assert.equal((await begin('declares', 512 * 1024, room)).kind, 'begun')
    assert.equal(await there(filled), kept, 'declaring has cost somebody a file')
    const newcomer = await fill('new', 512 * 1024)
    assert.ok(typeof newcomer === 'object')
    assert.ok(typeof small === 'object')
    assert.ok(await attachments(room).find(small.key, small.id), 'another lost a file')
    assert.ok(await attachments(room).find(newcomer.key, newcomer.id))
  })
})
