import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type {
  UploadClient,
  UploadReply,
} from '../../../site/src/petition-form/attachments/attachment-client.ts'
import {
  faultOf,
  isMoving,
  stateWords,
  underWay,
} from '../../../site/src/petition-form/attachments/attachment-item.ts'
import type { AttachmentItem } from '../../../site/src/petition-form/attachments/attachment-item.ts'
import { createAttachmentQueue } from '../../../site/src/petition-form/attachments/attachment-queue.ts'
import { attachmentLimits, inWords } from '@portal/content/attachments/limits'
import type { AttachmentView } from '../../../site/src/petition/attachments/attachment-view.ts'

const megabyte = 1024 * 1024
const item = (change: Partial<AttachmentItem>): AttachmentItem => ({
  id: 'a',
  name: '收据.pdf',
  size: 1000,
  sent: 0,
  state: 'ready',
  message: '',
  again: false,
  ...change,
})

it('tells what the server would refuse before it is sent', () => {
  const pdf = (size: number) => ({ size, type: 'application/pdf' })
  assert.equal(faultOf(pdf(0), []), 'empty')
  assert.equal(faultOf(pdf(10 * megabyte + 1), []), 'too-large')
  assert.equal(faultOf({ size: 50 * megabyte, type: 'video/mp4' }, []), null)
  assert.equal(faultOf({ size: 50 * megabyte + 1, type: 'video/mp4' }, []), 'too-large')
  const ten = Array.from({ length: 10 }, () => item({}))
  assert.equal(faultOf(pdf(1), ten), 'too-many')
  assert.equal(faultOf(pdf(1), [...ten.slice(1), item({ state: 'refused' })]), null)
  assert.equal(faultOf(pdf(2), [item({ size: 100 * megabyte - 1 })]), 'too-many')
})

it('says how far a file is, and never that it is whole before it is', () => {
  const size = fc.integer({ min: 1, max: attachmentLimits.media })
  fc.assert(
    fc.property(size, size, (first, second) => {
      const [sent, whole] = first < second ? [first, second] : [second, first]
      const words = stateWords(item({ state: 'sending', sent, size: whole }))
      assert.equal(words.endsWith('100%'), sent === whole)
    }),
  )
  assert.equal(underWay([item({})]), null)
  const moving = item({ state: 'offline', sent: 250 })
  assert.equal(underWay([item({}), moving]), '还有 1 个附件在上传，已传 25%')
  assert.equal(inWords(1), '1 KB')
  assert.equal(inWords(3.4 * megabyte), '3.4 MB')
})

/** A server that holds files by key; `fail` may answer for it. */
function createServer(fail: (method: string) => UploadReply | null = () => null) {
  const held = new Map<string, Map<string, AttachmentView>>()
  const connect = (key: string): UploadClient => {
    const files = held.get(key) ?? new Map<string, AttachmentView>()
    held.set(key, files)
    const answer = (method: string, change: () => AttachmentView | undefined): UploadReply => {
      const failure = fail(method)
      if (failure) return failure
      const listed = change()
      return listed ? { kind: 'held', listed } : { kind: 'gone' }
    }
    const put = (id: string, change: Partial<AttachmentView>) => {
      const known = files.get(id)
      if (known) files.set(id, { ...known, ...change } as AttachmentView)
      return files.get(id)
    }
    return {
      list: async () => [...files.values()],
      begin: async ({ id, name, size }) =>
        answer('begin', () => {
          if (!files.has(id)) files.set(id, { id, name, size, received: 0, state: 'open' })
          return files.get(id)
        }),
      put: async (id, offset, part) =>
        answer('put', () => put(id, { received: offset + part.size })),
      finish: async (id) => answer('finish', () => put(id, { state: 'ready' })),
      remove: async (id) => void files.delete(id),
    }
  }
  return { held, connect }
}

/** Resolves when the queue shows what is waited for. */
const shown = (queue: ReturnType<typeof createAttachmentQueue>, state: string) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (queue.items().every((entry) => entry.state === state)) resolve()
    }
    queue.subscribe(look)
    look()
  })
/** Resolves when nothing is on its way any more. */
const settled = (queue: ReturnType<typeof createAttachmentQueue>) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!queue.items().some(({ state }) => isMoving(state))) resolve()
    }
    queue.subscribe(look)
    look()
  })
const film = new File([new Uint8Array(900_000)], '经过.mp4', { type: 'video/mp4' })

it('waits while the network is away, and goes on where it was', async () => {
  let away = 0
  const server = createServer((method) =>
    method === 'put' && (away += 1) === 2 ? { kind: 'offline' } : null,
  )
  const queue = createAttachmentQueue('k', [], server.connect)
  queue.add([film, film])
  await shown(queue, 'offline')
  const sent = queue.items()[0]?.sent ?? 0
  assert.ok(sent > 0 && sent < film.size)
  // The answer stands before the wait begins.
  await new Promise((resolve) => setImmediate(resolve))
  queue.retryNow()
  await shown(queue, 'ready')
  assert.equal(queue.items().length, 1)
})

it('sends everything anew under another key, and says what it cannot send', async () => {
  const server = createServer()
  const earlier: AttachmentView = {
    id: 'old',
    name: '旧.pdf',
    size: 5,
    received: 5,
    state: 'ready',
  }
  const queue = createAttachmentQueue('first', [earlier], server.connect)
  queue.add([film])
  await new Promise<void>((resolve) =>
    queue.subscribe(() => queue.items()[1]?.state === 'ready' && resolve()),
  )
  const before = queue.items()[1]?.id
  await queue.resume('second')
  const [old] = queue.items()
  assert.equal(old?.state, 'stuck')
  assert.match(old?.message ?? '', /重新选择/)
  queue.remove('old')
  await shown(queue, 'ready')
  assert.notEqual(queue.items()[0]?.id, before)
  assert.deepEqual(
    [...(server.held.get('second')?.values() ?? [])].map(({ name, state }) => [name, state]),
    [['经过.mp4', 'ready']],
  )
})

it('stops where there is no room, and tries again when told to', async () => {
  let full = true
  const server = createServer((method) =>
    method === 'begin' && full ? { kind: 'later', seconds: 600, full } : null,
  )
  const queue = createAttachmentQueue('k', [], server.connect)
  queue.add([film])
  await shown(queue, 'stuck')
  assert.ok(queue.items()[0]?.again)
  full = false
  queue.retry(queue.items()[0]?.id ?? '')
  await shown(queue, 'ready')
})

it('keeps ten places for files that are taken, whichever are refused before them', async () => {
  const refusal: UploadReply = { kind: 'refused', message: '不收压缩包。' }
  let begun = 0
  const { connect } = createServer((method) => {
    if (method !== 'begin') return null
    begun += 1
    return begun <= 3 ? refusal : null
  })
  const queue = createAttachmentQueue('key', [], connect)
  const named = (name: string) => new File(['x'], name)
  queue.add(Array.from({ length: 13 }, (_, at) => named(`${at}.pdf`)))
  await settled(queue)
  const count = (state: AttachmentItem['state']) =>
    queue.items().filter((one) => one.state === state).length
  assert.deepEqual([count('refused'), count('ready')], [3, 10])
  queue.add([named('too much.pdf')])
  await settled(queue)
  assert.deepEqual([count('refused'), count('ready')], [4, 10])
})

it('tries a file again that was refused or got stuck, when it is chosen again', async () => {
  for (const first of [
    { kind: 'refused', message: '这个文件设了密码。' },
    { kind: 'failed' },
  ] satisfies UploadReply[]) {
    const answers: UploadReply[] = [first]
    const { connect } = createServer(() => answers.pop() ?? null)
    const queue = createAttachmentQueue('key', [], connect)
    const file = new File(['x'], '收据.pdf')
    queue.add([file])
    await settled(queue)
    queue.add([file])
    await settled(queue)
    queue.add([file])
    await settled(queue)
    assert.equal(queue.items().filter(({ state }) => state === 'ready').length, 1)
  }
})
