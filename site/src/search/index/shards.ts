import { traditionalPairs } from '@portal/content/characters/traditional'
import { createHash } from 'node:crypto'
import { cp, mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchRecord } from '../record.ts'
import type { Shards } from './catalogue.ts'
import { writeShard } from './write.ts'

/** Changed with whatever changes a shard of the same records. */
const format = 3
/** Calendar years that are searched without asking, the current one among them. */
const recentYears = 2

/**
 * Writes the index of all records into `folder`, in place of an earlier one there. A shard whose records
 * have not changed is taken from `cache`, so that a publication costs the year that it changes.
 * @param synonyms groups of words that stand for one another
 * @param newestYear the last of the recent years: pages of older ones go to shards of their own
 */
export async function writeIndex(
  records: SearchRecord[],
  synonyms: string[][],
  folder: string,
  { cache, newestYear }: { cache: string; newestYear: number },
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const years = new Map<string, SearchRecord[]>()
  const recent: SearchRecord[] = []
  for (const record of records) {
    const year = record.date?.slice(0, 4)
    const isOld = record.ages && year && Number(year) <= newestYear - recentYears
    if (isOld) years.set(year, [...(years.get(year) ?? []), record])
    else recent.push(record)
  }
  const shards: Shards = {
    ...{ recent: await place(recent, folder, cache), older: [], synonyms },
    variants: traditionalPairs(),
  }
  for (const [year, old] of [...years].sort(([a], [b]) => b.localeCompare(a))) {
    shards.older.push({ year, folder: await place(old, folder, cache) })
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(shards))
}

/** Puts the shard of the records below `folder`. @returns its name there */
async function place(records: SearchRecord[], folder: string, cache: string): Promise<string> {
  const name = createHash('sha256')
    .update(JSON.stringify([format, records]))
    .digest('hex')
    .slice(0, 16)
  const kept = join(cache, name)
  const isKept = await stat(kept).then(
    () => true,
    () => false,
  )
  if (!isKept) {
    const making = `${kept}.${process.pid}.making`
    await rm(making, { recursive: true, force: true })
    await writeShard(records, making)
    // Another build may have been quicker; what it made is the same.
    await rename(making, kept).catch(() => rm(making, { recursive: true, force: true }))
  }
  // Used again: the sweep of what is old passes it over.
  await utimes(kept, new Date(), new Date())
  await cp(kept, join(folder, name), { recursive: true })
  return name
}
