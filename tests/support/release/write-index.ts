import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '../../../content/calendar/day.ts'
import {
  asIndexed,
  contentsOf,
  keepShard,
  planShards,
} from '../../../site/src/search/index/shards.ts'
import type { SearchRecord } from '../../../site/src/search/record.ts'
import { sounds, suggestionTerms } from '../../../site/src/search/suggest/build-terms.ts'

/** Writes the index of all records into `folder`, in place of an earlier one there. */
export async function writeIndex(
  records: readonly SearchRecord[],
  synonyms: string[][],
  folder: string,
  { cache, today }: { cache: string; today: Day },
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await mkdir(cache, { recursive: true })
  const plan = planShards(asIndexed(records), today)
  for (const shard of [...plan.recent, ...plan.older.map(({ shard: older }) => older)]) {
    await cp(await keepShard(shard, cache), join(folder, shard.name), { recursive: true })
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(contentsOf(plan, synonyms)))
}

/** Writes what the search box suggests into the folder of an index. */
export async function writeSuggestions(
  folder: string,
  texts: { titles: string[]; words: string[] },
): Promise<void> {
  await writeFile(join(folder, 'suggestions.json'), JSON.stringify(suggestionTerms(texts)))
  await writeFile(join(folder, 'sounds.json'), JSON.stringify(sounds()))
}
