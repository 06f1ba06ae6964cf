import { traditionalPairs } from '@portal/content/characters/traditional'
import type { Day } from '@portal/content/calendar/day'
import { createHash } from 'node:crypto'
import { rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchRecord } from '../record.ts'
import type { Shards } from './catalogue.ts'
import { writeShard } from './write.ts'

/** Calendar years that are searched without asking, the current one among them. */
const recentYears = 2

/** A page that is searched for; its record is read only where its shard is made anew. */
export type IndexedPage = Pick<SearchRecord, 'title' | 'date' | 'ages'> & {
  /** Of all that its record is made of. */
  digest: string
  record: () => SearchRecord | Promise<SearchRecord>
}

/** A shard and the name of its folder, a digest of what is in it. */
export type PlannedShard = { name: string; pages: IndexedPage[] }

/** Records as pages to index. */
export function asIndexed(records: readonly SearchRecord[]): IndexedPage[] {
  return records.map((record) => {
    const { title, date, ages } = record
    const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex')
    return { title, date, digest, record: () => record, ...(ages && { ages }) }
  })
}

/**
 * Cuts pages into shards, so that a publication costs the shard that it changes: what is of this month, the
 * notices of the recent years, what does not age, and the notices of each older year.
 */
export function planShards(
  pages: readonly IndexedPage[],
  today: Day,
): { recent: PlannedShard[]; older: { year: string; shard: PlannedShard }[] } {
  const newestYear = Number(today.slice(0, 4))
  const place = ({ date, ages }: IndexedPage) => {
    if (date && date.slice(0, 7) >= today.slice(0, 7)) return 'newest'
    if (!ages || !date) return 'standing'
    return Number(date.slice(0, 4)) > newestYear - recentYears ? 'settled' : date.slice(0, 4)
  }
  const groups = Map.groupBy(pages, place)
  const shard = (name: string) => {
    const found = groups.get(name)
    return found ? [planned(found)] : []
  }
  const years = [...groups.keys()].filter((name) => /^\d/.test(name)).sort()
  return {
    recent: [...shard('newest'), ...shard('settled'), ...shard('standing')],
    older: years.reverse().flatMap((year) => shard(year).map((each) => ({ year, shard: each }))),
  }
}

function planned(pages: IndexedPage[]): PlannedShard {
  const hash = createHash('sha256')
  for (const { digest } of pages) hash.update(`${digest}\n`)
  return { name: hash.digest('hex').slice(0, 16), pages }
}

/** What `index.json` says of an index. @param synonyms groups of words that stand for one another */
export function contentsOf(
  { recent, older }: ReturnType<typeof planShards>,
  synonyms: string[][],
): Shards {
  return {
    recent: recent.map(({ name }) => name),
    older: older.map(({ year, shard }) => ({ year, folder: shard.name })),
    ...{ synonyms, variants: traditionalPairs() },
  }
}

/** Sees to it that a shard lies in `cache`, below its name. */
export async function keepShard({ name, pages }: PlannedShard, cache: string): Promise<string> {
  const kept = join(cache, name)
  const isKept = await stat(kept).then(
    () => true,
    () => false,
  )
  if (!isKept) {
    const making = `${kept}.${process.pid}.making`
    await rm(making, { recursive: true, force: true })
    const records: SearchRecord[] = []
    for (const { record } of pages) records.push(await record())
    await writeShard(records, making)
    // Another build may have been quicker; what it made is the same.
    await rename(making, kept).catch(() => rm(making, { recursive: true, force: true }))
  }
  // Used again: the sweep of what is old passes it over.
  await utimes(kept, new Date(), new Date())
  return kept
}
