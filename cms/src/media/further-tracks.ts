import { open } from 'node:fs/promises'
import type { Input } from 'mediabunny'

const subtitled =
  '视频里夹着字幕，网页上显示不出来：请把字幕另存为 .srt 或 .vtt 文件，上传到“字幕”，再在剪辑软件里不带字幕导出为 MP4 上传'
const severalSounds = (count: number) =>
  `视频里有 ${count} 条声音，网页上只放得出一条：请在剪辑软件里只留一条，或者混成一条，导出为 MP4 再上传`

const chaptered = '章节的名称（要用的，请填到“分段”里）'
const doubled = '空间音频（普通的声音在）'
const severalPictures = '第一条以外的画面'

/** The same sound once more, for headphones of one maker. */
const spatial = 'apac'
/** Tracks that are read; the library shows pictures and sound only. */
const read = new Set(['text', 'sbtl', 'subt', 'clcp'])
const largestHead = 64 * 1024 * 1024

type Box = { type: string; body: number; end: number }

/** The boxes between two places, as far as they can be followed (ISO/IEC 14496-12, 4.2). */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at)
    const long = short === 1 && at + 16 <= to
    const length = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (length < 8 || at + length > to) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    boxes.push({ type, body: at + (long ? 16 : 8), end: at + length })
    at += length
  }
  return boxes
}

function find(bytes: Buffer, { body, end }: Box, ...path: string[]): Box | undefined {
  const [type, ...rest] = path
  const inner = boxesIn(bytes, body, end).find((box) => box.type === type)
  return inner && rest.length > 0 ? find(bytes, inner, ...rest) : inner
}

/** The head of a film; undefined where there is none that could be read. */
async function readHead(path: string): Promise<Buffer | undefined> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(16)
    for (let at = 0; at + 16 <= size;) {
      await file.read(start, 0, 16, at)
      const short = start.readUInt32BE(0)
      const length =
        short === 1 ? Number(start.readBigUInt64BE(8)) : short === 0 ? size - at : short
      if (length < 8) return undefined
      if (start.toString('latin1', 4, 8) === 'moov') {
        const head = Buffer.alloc(Math.min(length, size - at, largestHead))
        await file.read(head, 0, head.length, at)
        return head
      }
      at += length
    }
    return undefined
  } finally {
    await file.close()
  }
}

type Tracks = { movie: Box; tracks: Box[]; chapters: Set<number> }

/** The tracks of a film, and the numbers of those that name its chapters (ISO/IEC 14496-12, 8.3.3). */
function tracksIn(head: Buffer): Tracks | undefined {
  const [movie] = boxesIn(head, 0, head.length)
  if (!movie) return undefined
  const tracks = boxesIn(head, movie.body, movie.end).filter(({ type }) => type === 'trak')
  const chapters = new Set<number>()
  for (const track of tracks) {
    const list = find(head, track, 'tref', 'chap')
    for (let at = list?.body ?? 0; at + 4 <= (list?.end ?? 0); at += 4) {
      chapters.add(head.readUInt32BE(at))
    }
  }
  return { movie, tracks, chapters }
}

/** Whether a track of words is read while the film plays: names of chapters are not. */
function hasSubtitles(head: Buffer, { tracks, chapters }: Tracks): boolean {
  return tracks.some((track) => {
    const handler = find(head, track, 'mdia', 'hdlr')
    const header = find(head, track, 'tkhd')
    if (!handler || !header || header.body + 24 > header.end) return false
    const number = head.readUInt32BE(header.body + (head[header.body] === 1 ? 20 : 12))
    const kind = head.toString('latin1', handler.body + 8, handler.body + 12)
    return read.has(kind) && !chapters.has(number)
  })
}

/** What of a film does not come in, in words for staff; or why it is refused, where it would lose what is read or heard. */
export async function furtherTracks(
  input: Input,
  path: string,
): Promise<{ error: string } | { left: string[] }> {
  const sounds = await input.getAudioTracks()
  const own = sounds.filter(({ internalCodecId }) => internalCodecId !== spatial)
  if (own.length > 1) return { error: severalSounds(own.length) }
  const head = await readHead(path)
  const found = head && tracksIn(head)
  if (found && hasSubtitles(head, found)) return { error: subtitled }
  const isNamed =
    found && (found.chapters.size > 0 || find(head, found.movie, 'udta', 'chpl') !== undefined)
  const pictures = await input.getVideoTracks()
  return {
    left: [
      ...(isNamed ? [chaptered] : []),
      ...(own.length < sounds.length ? [doubled] : []),
      ...(pictures.length > 1 ? [severalPictures] : []),
    ],
  }
}
