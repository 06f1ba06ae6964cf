import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SignOnPage } from '../checks/leaks.ts'
import type { Sign } from '../checks/personal-digests.ts'

/** What is known of a file of a release, by which the next one tells whether it can take it over. */
export type FileFacts = {
  /** A digest of all that it was made of. */
  key: string
  /** Bytes, and the time of change in milliseconds: one that was damaged since differs. */
  size: number
  time: number
  /** Bytes of the same compressed, where it lies beside the file. */
  packed?: { br: number; gz: number }
  /** What in it looks personal. */
  signs: Sign[]
  /** The addresses that a page links to. */
  links: string[]
  /** The pictures that a page shows: originals with their digests, and the files made of them. */
  pictures: Record<string, string>
  made: string[]
}

/** The files of a release below its folder, and the signs in the shards of its search index. */
export type Manifest = {
  /** A digest of what every page is made with: the program, the settings, the site's address. */
  frame: string
  files: Map<string, FileFacts>
  shards: Map<string, SignOnPage[]>
}

/** Changed with the form of the manifest. */
const format = 1
const name = (release: string) => join(release, 'content', 'manifest.json')

/** Keeps each text once: thousands of pages link to the same addresses. */
function tableOf() {
  const places = new Map<string, number>()
  return {
    place(text: string): number {
      let at = places.get(text)
      if (at === undefined) places.set(text, (at = places.size))
      return at
    },
    texts: () => [...places.keys()],
  }
}

type Row = [
  file: string,
  key: string,
  size: number,
  time: number,
  packed: [number, number] | 0,
  signs: number[],
  links: number[],
  pictures: [string, string][],
  made: string[],
]

const written = ({ kind, digest }: Sign) => `${kind} ${digest}`

function readSign(text: string): Sign {
  const at = text.indexOf(' ')
  return { kind: text.slice(0, at) as Sign['kind'], digest: text.slice(at + 1) }
}

/** Writes the manifest into a finished release. */
export async function writeManifest(release: string, manifest: Manifest): Promise<void> {
  const [signs, links] = [tableOf(), tableOf()]
  const files = [...manifest.files].map(([file, facts]): Row => [
    ...([file, facts.key, facts.size, facts.time] as const),
    facts.packed ? [facts.packed.br, facts.packed.gz] : 0,
    facts.signs.map((sign) => signs.place(written(sign))),
    facts.links.map(links.place),
    Object.entries(facts.pictures),
    facts.made,
  ])
  const shards = [...manifest.shards].map(([shard, found]) => [
    shard,
    found.map(({ path, sign }) => [path, signs.place(written(sign))]),
  ])
  const text = JSON.stringify({
    ...{ format, frame: manifest.frame, files, shards },
    ...{ signs: signs.texts(), links: links.texts() },
  })
  await writeFile(name(release), text)
}

/** The manifest of a release; nothing where it has none that can be read. */
export async function readManifest(release: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await readFile(name(release), 'utf8')) as {
      format: number
      frame: string
      files: Row[]
      shards: [string, [string, number][]][]
      signs: string[]
      links: string[]
    }
    if (read.format !== format) return undefined
    const signs = read.signs.map(readSign)
    const at =
      <T>(table: T[]) =>
      (place: number) => {
        const found = table[place]
        if (found === undefined) throw new RangeError('a place that is not in the table')
        return found
      }
    const files = read.files.map(
      ([file, key, size, time, packed, own, links, pictures, made]): [string, FileFacts] => [
        file,
        {
          ...{ key, size, time, made, pictures: Object.fromEntries(pictures) },
          ...(packed && { packed: { br: packed[0], gz: packed[1] } }),
          ...{ signs: own.map(at(signs)), links: links.map(at(read.links)) },
        },
      ],
    )
    const shards = read.shards.map(([shard, found]): [string, SignOnPage[]] => [
      shard,
      found.map(([path, place]) => ({ path, sign: at(signs)(place) })),
    ])
    return { frame: read.frame, files: new Map(files), shards: new Map(shards) }
  } catch {
    return undefined
  }
}
