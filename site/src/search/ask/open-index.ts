import { decodeText } from '../index/charset.ts'
import { formatVersion, type Block, type Catalogue, type Manifest } from '../index/format.ts'
import type { Posting } from '../index/posting.ts'
import { varintReader } from '../index/varint.ts'
import { openShard, shardOf, type Key } from '../index/shard.ts'
import type { Variants } from '../tokenise.ts'
import { parseVariants } from '../variants.ts'

/** Reads the files of an index. Both reject where a file is missing or breaks off. */
export type Source = {
  /** `index.json`, as it is now. */
  manifest(): Promise<Manifest>
  /** A `.bin` file, or bytes of it from one place to before another, inflated. */
  file(path: string, range?: [from: number, to: number]): Promise<Uint8Array>
}

/** An index that can be asked. */
export type Index = {
  catalogue: Catalogue
  /** The page of a block, and the number of a page's title block. */
  pageOf(block: number): number
  titleBlock(page: number): number
  /** The postings of keys, in their order. */
  postings(keys: Key[]): Promise<(Posting | undefined)[]>
  block(number: number): Promise<Block>
  /** How texts of this index are folded, and queries at first. */
  folding: Variants
  /** All traditional characters; asked for only when a query has a character the index does not know. */
  variants(): Promise<Variants>
}

/** Remembers what was read; a read that failed is tried again when it is asked for again. */
function remembering<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>()
  return (key) => {
    let value = known.get(key)
    if (!value) {
      value = read(key)
      known.set(key, value)
      value.catch(() => known.delete(key))
    }
    return value
  }
}

/** Opens an index. @throws when it is missing, broken or of another version */
export async function openIndex(source: Source): Promise<Index> {
  const { version, folder, shards, blocks } = await source.manifest()
  if (version !== formatVersion) throw new Error(`a search index of version ${version}`)
  const file = (name: string, range?: [number, number]) =>
    source.file(`${folder}/${name}.bin`, range)
  const [catalogueBytes, lengths] = await Promise.all([file('catalogue'), file('lengths')])
  const catalogue = JSON.parse(decodeText(catalogueBytes)) as Catalogue
  const { varint } = varintReader(lengths)
  const placesOf = (count: number) => {
    const places = [0]
    for (let at = 0; at < count; at += 1) places.push((places[at] ?? 0) + varint())
    return (at: number): [number, number] => [places[at] ?? 0, places[at + 1] ?? 0]
  }
  const shardPlace = placesOf(shards)
  const blockPlace = placesOf(blocks - catalogue.blocks.length)

  const titles: number[] = []
  const owners = new Uint32Array(blocks)
  let next = 0
  catalogue.blocks.forEach((count, page) => {
    titles.push(next)
    owners.fill(page, next, next + count + 1)
    next += count + 1
  })
  const pageOf = (block: number) => owners[block] ?? 0
  const shard = remembering(async (number: number) =>
    openShard(await file('grams', shardPlace(number)), blocks),
  )
  const block = remembering(async (number: number) => {
    // Title blocks, one a page, are not kept.
    const place = blockPlace(number - pageOf(number) - 1)
    return JSON.parse(decodeText(await file('blocks', place))) as Block
  })
  const variants = remembering(async (name: string) => parseVariants(decodeText(await file(name))))
  return {
    catalogue,
    folding: parseVariants(catalogue.variants),
    pageOf,
    titleBlock: (page) => titles[page] ?? 0,
    postings: (keys) =>
      Promise.all(keys.map(async (key) => (await shard(shardOf(key, shards)))(key))),
    block,
    variants: () => variants('variants'),
  }
}
