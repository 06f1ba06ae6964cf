import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../support/portal/portal.ts'
import { rawRequest } from '../support/portal/raw-request.ts'
import { writeRelease } from '../support/release/minimal-release.ts'

let data: DataDir
let portal: RunningPortal
before(async () => {
  data = await createDataDir()
  pointTo(data.path, writeRelease(data.path, 'present'))
  portal = await startPortal(data.path)
})
after(async () => {
  await portal.stop()
  data.remove()
})

type Slow = { socket: Socket; received: () => string; closed: Promise<void> }

/** Connects, sends the beginning of a request, and never the whole of it. */
async function openSlowly(beginning: string): Promise<Slow> {
  const socket = connect(portal.port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (part: string) => (text += part))
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(beginning.replace('PORT', String(portal.port)))
  return { socket, received: () => text, closed }
}

/** Keeps senders just alive until the portal has cut every one of them; what each was told. */
async function holdOut(count: number, beginning: string, drop: string): Promise<string[]> {
  const senders = await Promise.all(Array.from({ length: count }, () => openSlowly(beginning)))
  const drip = setInterval(() => {
    for (const { socket } of senders) if (socket.writable) socket.write(drop)
  }, 500)
  await Promise.all(senders.map(({ closed }) => closed))
  clearInterval(drip)
  return senders.map(({ received }) => received().split('\r\n', 1)[0] ?? '')
}

describe('slow senders', { concurrency: true, timeout: 110_000 }, () => {
  it('are cut at the deadline where their headers never end, a thousand at once', async () => {
    let held = true
    const told = holdOut(1_000, 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n', 'X: 1\r\n')
    void told.finally(() => (held = false))
    let served = 0
    while (held) {
      const answers = await Promise.all(
        ['/', '/petition/', '/healthz'].map((path) => rawRequest(portal.port, 'GET', path)),
      )
      for (const { status } of answers) assert.equal(status, 200)
      served += answers.length
    }
    assert.ok(served >= 100, `${served} requests of others were served meanwhile`)
    for (const line of await told) assert.match(line, /^(?:HTTP\/1\.1 408 .*)?$/)
  })

  it('are cut at the deadline where their form never ends', async () => {
    const told = await holdOut(
      100,
      'POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 100000\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\nfacts=',
      'x',
    )
    for (const line of told) assert.match(line, /^(?:HTTP\/1\.1 408 .*)?$/)
    assert.equal((await rawRequest(portal.port, 'GET', '/')).status, 200)
  })
})
