import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlannedShard } from '../../../site/src/search/index/shards.ts'
import { keep, type Assembly } from '../release/assembly.ts'
import { describeReleaseFile } from '../release/write-file.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { makeShards, type ShardsWanted } from './make-shards.ts'
import { folderOf, placeShard } from './plan-search.ts'

/** The shards that the earlier release does not have whole; the others are taken over. */
function missing(assembly: Assembly, shards: readonly PlannedShard[]): PlannedShard[] {
  const { before, shards: known } = assembly
  const files = Map.groupBy(before?.files.keys() ?? [], (file) =>
    file.split('/').slice(0, 3).join('/'),
  )
  return shards.filter(({ name }) => {
    const signs = before?.shards.get(name)
    const parts = files.get(folderOf(name)) ?? []
    if (!signs || parts.length === 0) return true
    const lost = keep(
      assembly,
      parts.map((file) => ({ file, key: name })),
    )
    if (lost.length === 0) known.set(name, signs)
    return lost.length > 0
  })
}

/** Puts the shards of the search index into a release. */
export async function putShards(
  assembly: Assembly,
  shards: readonly PlannedShard[],
  wanted: Omit<ShardsWanted, 'names' | 'look'>,
): Promise<void> {
  const { output } = assembly
  const made = await makeShards(missing(assembly, shards), { ...wanted, look: !output.preview })
  for (const { name, folder, signs } of made) {
    await rm(join(output.release, folderOf(name)), { recursive: true, force: true })
    const placed = await placeShard(folder, output.release, name)
    assembly.add(
      await mapConcurrently(placed, (file) => describeReleaseFile(output, { file, key: name })),
    )
    assembly.shards.set(name, signs)
  }
}
