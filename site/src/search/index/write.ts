import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { facetNames } from '../facets.ts'
import type { SearchRecord } from '../records.ts'
import { parseVariants } from '../variants.ts'
import { blocksOf, linesOf } from './blocks.ts'
import { encodeText } from './charset.ts'
import { createCollector } from './collect.ts'
import { formatVersion, type Block, type Catalogue, type Manifest } from './format.ts'
import type { Posting } from './posting.ts'
import { packShard, shardOf, type Key } from './shard.ts'
import { pushVarint } from './varint.ts'
import { variantPairs } from './variants.ts'

/** About how many places a shard holds: two kilobytes, one small answer. */
const placesAShard = 2048
/** So many pages or pieces are made before others get their turn. */
const together = 200

/**
 * Writes the search index of the records into `folder`, in place of an earlier one there.
 * `synonyms` are groups of words that stand for one another.
 */
export async function writeIndex(
  records: SearchRecord[],
  synonyms: string[][],
  folder: string,
): Promise<Manifest> {
  // Newest first: what weighs the same then stands in that order.
  const pages = [...records].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const name = createHash('sha256')
    .update(JSON.stringify([formatVersion, pages, synonyms]))
    .digest('hex')
    .slice(0, 16)
  await rm(folder, { recursive: true, force: true })
  const target = join(folder, name)
  await mkdir(target, { recursive: true })

  const pairs = variantPairs()
  const collector = createCollector(parseVariants(pairs))
  const blocks: Uint8Array[] = []
  const counts: number[] = []
  for (const [at, page] of pages.entries()) {
    if (at % together === 0) await setImmediate()
    collector.add([{ text: page.title.normalize(), heading: true }])
    const stretches = blocksOf(page)
    counts.push(stretches.length)
    for (const block of stretches) {
      blocks.push(pack(asJson(block)))
      collector.add(linesOf(block))
    }
  }

  const total = collector.blocks()
  const shards = Math.max(1, Math.ceil(collector.size() / placesAShard))
  const sorted: [Key, Posting][][] = Array.from({ length: shards }, () => [])
  for (const entry of collector.postings()) sorted[shardOf(entry[0], shards)]?.push(entry)
  const grams: Uint8Array[] = []
  for (const [at, postings] of sorted.entries()) {
    if (at % together === 0) await setImmediate()
    grams.push(pack(packShard(postings, total)))
  }
  const lengths: number[] = []
  for (const { length } of [...grams, ...blocks]) pushVarint(lengths, length)

  const files: [name: string, content: Uint8Array][] = [
    ['grams', Buffer.concat(grams)],
    ['blocks', Buffer.concat(blocks)],
    ['lengths', pack(Uint8Array.from(lengths))],
    ['catalogue', pack(asJson(catalogueOf(pages, counts, synonyms, collector.variantsMet())))],
    ['variants', pack(encodeText(pairs))],
  ]
  for (const [file, content] of files) await writeFile(join(target, `${file}.bin`), content)
  const manifest: Manifest = {
    version: formatVersion,
    folder: name,
    pages: pages.length,
    blocks: total,
    shards,
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(manifest))
  return manifest
}

function asJson(value: Block | Catalogue): Uint8Array {
  return encodeText(JSON.stringify(value))
}

function pack(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 6, memLevel: 9 })
}

function catalogueOf(
  pages: SearchRecord[],
  blocks: number[],
  synonyms: string[][],
  variants: string,
): Catalogue {
  const column = (name: (typeof facetNames)[number]) => {
    const values = [...new Set(pages.flatMap(({ facets }) => facets[name] ?? []))]
    const places = new Map(values.map((value, place) => [value, place]))
    return { values, of: pages.map(({ facets }) => places.get(facets[name] ?? '') ?? null) }
  }
  return {
    blocks,
    days: pages.map(({ date }) => (date === null ? null : Date.parse(date) / 86_400_000)),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, column(name)]),
    ) as Catalogue['facets'],
    synonyms,
    variants,
  }
}
