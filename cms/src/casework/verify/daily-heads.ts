import { createHash, createHmac } from 'node:crypto'
import { appendFile, open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { origin } from '../events/chain.ts'
import type { DeskKeys } from '../vault/desk-keys.ts'
import type { Ask } from './query.ts'

/**
 * 每日存底: the head over the events of all cases up to the end of a day, kept beside the database, so that
 * events that are cut off together with what the case knows of them are missed.
 */
const dailyHead = z.object({
  day: z.iso.date(),
  /** The last event in it, by its number in the table, and how many there are up to it. */
  through: z.int(),
  count: z.int(),
  hash: z.string(),
  /** Of which of the desk's keys `mac` was made. */
  key: z.string(),
  mac: z.string(),
})
type DailyHead = z.infer<typeof dailyHead>

const page = 5_000

function macOf({ day, through, count, hash }: Omit<DailyHead, 'key' | 'mac'>, index: Buffer) {
  const text = JSON.stringify(['daily head 1', day, through, count, hash])
  return createHmac('sha256', index).update(text).digest('base64url')
}

type Reached = { through: number; count: number; hash: string }

/** Events one after another as they were written, each with the head that they come to. */
async function* headsAfter(ask: Ask, from: Reached): AsyncGenerator<Reached & { written: number }> {
  let { through, count, hash } = from
  for (;;) {
    const rows = await ask(
      'select id, hash, created_at from case_events where id > ? order by id limit ?',
      [through, page],
    )
    for (const row of rows) {
      through = Number(row.id)
      count += 1
      hash = createHash('sha256')
        .update(hash + String(row.hash))
        .digest('hex')
      yield { through, count, hash, written: new Date(row.created_at as number | Date).getTime() }
    }
    if (rows.length < page) return
  }
}

/** The heads that were kept. @throws where a line is none */
async function readDailyHeads(path: string): Promise<DailyHead[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => dailyHead.parse(JSON.parse(line)))
}

/**
 * Keeps the head over what was written before `until`; nothing where nothing was since the last.
 * @param day the last whole day, in Shanghai
 */
export async function keepDailyHead(
  ask: Ask,
  path: string,
  { current }: DeskKeys,
  day: string,
  until: Date,
): Promise<void> {
  const last = (await readDailyHeads(path)).at(-1)
  let reached: Reached = last ?? { through: 0, count: 0, hash: origin }
  for await (const head of headsAfter(ask, reached)) {
    if (head.written >= until.getTime()) break
    const { through, count, hash } = head
    reached = { through, count, hash }
  }
  if (reached.through === (last?.through ?? 0)) return
  const { through, count, hash } = reached
  const head = { day, through, count, hash }
  const line: DailyHead = { ...head, key: current.id, mac: macOf(head, current.index) }
  await appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

/** What is wrong with the heads that were kept, or with what they are of; null where both are in order. */
export async function faultOfDailyHeads(
  ask: Ask,
  path: string,
  { all }: DeskKeys,
): Promise<string | null> {
  const kept = await readDailyHeads(path).catch(() => null)
  if (kept === null) return '每日存底的文件损坏了'
  for (const { key, mac, ...head } of kept) {
    const known = all.get(key)
    if (!known || macOf(head, known.index) !== mac) return `${head.day} 的存底被改动过`
  }
  let next = 0
  for await (const { through, count, hash } of headsAfter(ask, {
    through: 0,
    count: 0,
    hash: origin,
  })) {
    const head = kept[next]
    if (!head) return null
    if (through < head.through) continue
    if (through > head.through || count !== head.count || hash !== head.hash) {
      return `${head.day} 存底以前的记录有缺失或者改动`
    }
    next += 1
  }
  const missed = kept[next]
  return missed ? `${missed.day} 存底以前的记录有缺失` : null
}
