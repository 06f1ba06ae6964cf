import { refusals } from '@portal/content/attachments/refusal'
import { faultOf, itemOf } from './attachment-item.ts'
import type { AttachmentItem } from './attachment-item.ts'
import type { UploadClient, UploadReply } from './attachment-client.ts'
import { createPartSize } from './attachment-parts.ts'
import type { PartSize } from './attachment-parts.ts'
import { newId } from '../submit/random-id.ts'
import type { AttachmentView } from '../../petition/attachments/attachment-view.ts'

/** The files of a form that is being written: uploaded one after another while the person goes on. */
export type AttachmentQueue = {
  items(): readonly AttachmentItem[]
  /** Which files were not added, for the form has them. */
  note(): string
  subscribe(listener: () => void): () => void
  add(files: readonly File[]): void
  remove(id: string): void
  /** Tries a file again that got stuck. */
  retry(id: string): void
  /** The network may be there again. */
  retryNow(): void
  /** Asks the server what is there, under a key that may be a new one, and sends what is missing. */
  resume(key: string): Promise<void>
}

const words = {
  failed: '网站出了问题。请过几分钟按“重试”。',
  full: '网站暂时没有地方放附件。请过一会儿按“重试”，或者先提交，以后再补充。',
  gone: '已经不在网站上了。请删去，重新选择。',
  twin: (name: string) => `“${name}”已经选过了，只留一份。`,
}

/**
 * @param listed files that the form has already
 * @param connect talks to the server for a key
 */
export function createAttachmentQueue(
  firstKey: string,
  listed: readonly AttachmentView[],
  connect: (key: string) => UploadClient,
): AttachmentQueue {
  let client = connect(firstKey)
  let key = firstKey
  let items: readonly AttachmentItem[] = listed.map(itemOf)
  let note = ''
  let working = false
  let retryNow = () => {}
  const files = new Map<string, File>()
  const watchers = new Set<() => void>()

  const show = (changed: readonly AttachmentItem[]) => {
    items = changed
    for (const notify of watchers) notify()
  }
  const set = (id: string, change: Partial<AttachmentItem>) =>
    show(items.map((item) => (item.id === id ? { ...item, ...change } : item)))
  const pause = (seconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      retryNow = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** Moves one file on by one step. @returns seconds to wait before the next */
  async function step(item: AttachmentItem, file: File, parts: PartSize): Promise<number> {
    const { id, sent, size, state } = item
    const asked = client
    let reply: UploadReply
    const began = performance.now()
    if (state === 'waiting') {
      reply = await asked.begin({ id, name: file.name, size })
    } else if (sent < size) {
      reply = await asked.put(id, sent, file.slice(sent, sent + parts.size()))
    } else {
      set(id, { state: 'checking' })
      reply = await asked.finish(id)
    }
    // Meanwhile the form may have got another key: this answer is about the old one.
    if (asked !== client) return 0
    parts.learn(reply.kind === 'offline' ? Infinity : performance.now() - began)
    switch (reply.kind) {
      case 'held':
        return accept(id, reply.listed)
      case 'refused':
        if (reply.twin) dropTwin(id, file.name)
        else set(id, { state: 'refused', message: reply.message })
        return 0
      case 'gone':
        // Begun again under an id of its own, once: the server has erased what was there.
        if (state === 'waiting') set(id, { state: 'stuck', message: words.failed, again: true })
        else set(id, { state: 'waiting', sent: 0 })
        return 0
      case 'offline':
        set(id, { state: 'offline' })
        return parts.backOff()
      case 'later':
        if (reply.full) set(id, { state: 'stuck', message: words.full, again: true })
        return reply.full ? 0 : reply.seconds
      case 'failed':
        set(id, { state: 'stuck', message: words.failed, again: true })
        return 0
    }
  }

  function accept(id: string, held: AttachmentView): number {
    if (held.state === 'open') set(id, { state: 'sending', sent: held.received })
    else set(id, itemOf(held))
    return 0
  }

  function dropTwin(id: string, name: string): void {
    note = words.twin(name)
    drop(id)
  }
  function drop(id: string): void {
    files.delete(id)
    show(items.filter((item) => item.id !== id))
    void client.remove(id)
  }

  const again = (id: string) => {
    if (files.has(id)) set(id, { state: 'waiting', sent: 0, message: '', again: false })
  }
  const movable = () =>
    items.find(({ id, state }) => files.has(id) && !/^(?:ready|refused|stuck)$/.test(state))

  async function work(): Promise<void> {
    if (working) return
    working = true
    const parts = createPartSize()
    for (let item = movable(); item; item = movable()) {
      const file = files.get(item.id)
      const seconds = file ? await step(item, file, parts) : 0
      if (seconds > 0) await pause(seconds)
    }
    working = false
  }

  return {
    items: () => items,
    note: () => note,
    subscribe(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    add(chosen) {
      note = ''
      for (const file of chosen) {
        const twin = items.find(
          ({ state, name, size }) =>
            state !== 'refused' && name === file.name && size === file.size,
        )
        if (twin?.state === 'stuck' && files.has(twin.id)) {
          again(twin.id)
          continue
        }
        // Of one that came before the page was opened again the rest is not here: it begins anew.
        if (twin?.state === 'stuck') drop(twin.id)
        else if (twin) {
          note += words.twin(file.name)
          continue
        }
        // Those on their way may be refused yet, and then leave their places to others.
        const fault = faultOf(
          file,
          items.filter(({ state }) => state === 'ready'),
        )
        const id = newId()
        const item = { id, name: file.name, size: file.size, sent: 0, again: false }
        if (fault) {
          show([...items, { ...item, state: 'refused', message: refusals[fault] }])
        } else {
          files.set(id, file)
          show([...items, { ...item, state: 'waiting', message: '' }])
        }
      }
      show(items)
      void work()
    },
    remove(id) {
      note = ''
      drop(id)
      retryNow()
    },
    retry(id) {
      again(id)
      retryNow()
      void work()
    },
    retryNow: () => retryNow(),
    async resume(next) {
      const renewed = next !== key
      if (renewed) {
        key = next
        client = connect(next)
      }
      const asked = client
      const there = await asked.list()
      if (!there || asked !== client) return
      const known = new Map(there.map((entry) => [entry.id, entry]))
      show(
        items.map((item): AttachmentItem => {
          const held = known.get(item.id)
          known.delete(item.id)
          if (held && (held.state !== 'open' || !files.has(item.id))) return itemOf(held)
          if (item.state === 'refused') return item
          if (held) return { ...item, state: 'sending', sent: held.received }
          const file = files.get(item.id)
          if (file) {
            // The old form may have taken the file along: its id is then used up.
            const id = renewed ? newId() : item.id
            files.delete(item.id)
            files.set(id, file)
            return { ...item, id, state: 'waiting', sent: 0, message: '', again: false }
          }
          return { ...item, state: 'stuck', message: words.gone }
        }),
      )
      show([...items, ...[...known.values()].map(itemOf)])
      void work()
    },
  }
}
