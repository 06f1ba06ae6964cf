import { boxesIn, find, type Box } from '@portal/content/files/mp4-boxes'
import type { Input } from 'mediabunny'
import type { FilmHead } from './film-head.ts'

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

type Tracks = { tracks: Box[]; chapters: Set<number> }

/** The tracks of a film, and the numbers of those that name its chapters (ISO/IEC 14496-12, 8.3.3). */
function tracksIn({ bytes, movie }: FilmHead): Tracks {
  const tracks = boxesIn(bytes, movie.body, movie.end).filter(({ type }) => type === 'trak')
  const chapters = new Set<number>()
  for (const track of tracks) {
    const list = find(bytes, track, 'tref', 'chap')
    for (let at = list?.body ?? 0; at + 4 <= (list?.end ?? 0); at += 4) {
      chapters.add(bytes.readUInt32BE(at))
    }
  }
  return { tracks, chapters }
}

/** Whether a track of words is read while the film plays: names of chapters are not. */
function hasSubtitles(bytes: Buffer, { tracks, chapters }: Tracks): boolean {
  return tracks.some((track) => {
    const handler = find(bytes, track, 'mdia', 'hdlr')
    const header = find(bytes, track, 'tkhd')
    if (!handler || !header || header.body + 24 > header.end) return false
    const number = bytes.readUInt32BE(header.body + (bytes[header.body] === 1 ? 20 : 12))
    const kind = bytes.toString('latin1', handler.body + 8, handler.body + 12)
    return read.has(kind) && !chapters.has(number)
  })
}

/** What of a film does not come in, in words for staff; or why it is refused, where it would lose what is read or heard. */
export async function extraTracks(
  input: Input,
  head: FilmHead | undefined,
): Promise<{ error: string } | { left: string[] }> {
  const sounds = await input.getAudioTracks()
  const own = sounds.filter(({ internalCodecId }) => internalCodecId !== spatial)
  if (own.length > 1) return { error: severalSounds(own.length) }
  const found = head && tracksIn(head)
  if (found && hasSubtitles(head.bytes, found)) return { error: subtitled }
  const isNamed =
    found && (found.chapters.size > 0 || find(head.bytes, head.movie, 'udta', 'chpl') !== undefined)
  const pictures = await input.getVideoTracks()
  return {
    left: [
      ...(isNamed ? [chaptered] : []),
      ...(own.length < sounds.length ? [doubled] : []),
      ...(pictures.length > 1 ? [severalPictures] : []),
    ],
  }
}
