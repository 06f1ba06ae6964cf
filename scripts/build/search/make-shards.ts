import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Day } from '@portal/content/calendar/day'
import { keepShard, type PlannedShard } from '../../../site/src/search/index/shards.ts'
import { signsOfShard, type SignOnPage } from '../checks/leaks.ts'
import { sweep } from '../remove-stale.ts'

/** A thread must read the content first: fewer pages are sooner indexed without. */
const worthAThread = 300
/** Days that a shard is kept for the next release. */
const keptDays = 30

/** Shards that must lie in `cache`, and what `planSearch` was given. */
export type ShardsWanted = {
  names: string[]
  cache: string
  contentDir: string
  today: Day
  code: string
  entries: { cache: string; code: string }
  /** Whether they are looked through for what is personal. */
  look: boolean
}

/** A shard in the cache, and what in it looks personal. */
type MadeShard = { name: string; folder: string; signs: SignOnPage[] }

/** Sees to it that shards lie in the cache, one after another. */
export async function makeInTurn(
  shards: readonly PlannedShard[],
  { cache, look }: Pick<ShardsWanted, 'cache' | 'look'>,
): Promise<MadeShard[]> {
  const made: MadeShard[] = []
  for (const shard of shards) {
    const { name } = shard
    const folder = await keepShard(shard, cache)
    made.push({ name, folder, signs: look ? await signsOfShard(cache, name) : [] })
  }
  return made
}

/** Sees to it that shards lie in the cache. */
export async function makeShards(
  shards: readonly PlannedShard[],
  wanted: Omit<ShardsWanted, 'names'>,
): Promise<MadeShard[]> {
  await mkdir(wanted.cache, { recursive: true })
  const pages = shards.reduce((sum, shard) => sum + shard.pages.length, 0)
  const made = await (pages < worthAThread ? makeInTurn(shards, wanted) : inThread(shards, wanted))
  await sweep(wanted.cache, '', keptDays)
  return made
}

async function inThread(
  shards: readonly PlannedShard[],
  wanted: Omit<ShardsWanted, 'names'>,
): Promise<MadeShard[]> {
  const workerData: ShardsWanted = { ...wanted, names: shards.map(({ name }) => name) }
  const thread = new Worker(new URL('./shard-worker.ts', import.meta.url), { workerData })
  // Rejects where the thread breaks.
  const [made] = (await once(thread, 'message')) as [MadeShard[]]
  await thread.terminate()
  return made
}
