import type { Values } from './merge'

type Sent = { body: Values; outcome: 'saved' | 'refused'; created?: string }

const sent = new Map<string, Sent>()

/** Notes what was sent to the server of an entry, before the answer is there. */
export function noteSent(entry: string, body: string): void {
  sent.set(entry, { body: JSON.parse(body) as Values, outcome: 'refused' })
}

/** Notes that what was sent is stored. @param created the name of the entry that it made */
export function noteStored(entry: string, created?: string): void {
  const last = sent.get(entry)
  if (last) sent.set(entry, { ...last, outcome: 'saved', ...(created ? { created } : {}) })
}

/** What was last sent of an entry and what became of it, told once; undefined where nothing was sent. */
export function takeSent(entry: string): Sent | undefined {
  const last = sent.get(entry)
  sent.delete(entry)
  return last
}

const isPlain = (value: unknown) => value === null || typeof value !== 'object'
/** As JSON has it: nothing is nothing, and an instant is its text. */
const plain = (value: unknown) => JSON.stringify(value === '' ? null : (value ?? null))

/**
 * The form's values as they were when they were sent. Relations and parts are sent in another shape than the
 * form has them, and are taken as they are now.
 */
export function asSent(values: Values, { body }: Sent): Values {
  const changed = Object.entries(body).filter(
    ([field, value]) => field in values && isPlain(value) && plain(value) !== plain(values[field]),
  )
  return { ...values, ...Object.fromEntries(changed) }
}
