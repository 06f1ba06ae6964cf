import { FilePathSource, Input, MP4, QTFF } from 'mediabunny'
import type { Left, Refusal } from './clean-result.ts'
import { readFilmHead, statedSeconds } from './film-head.ts'
import { longestFilm } from './limits.ts'
import { extraTracks } from './extra-tracks.ts'
import { faultOfPictures, faultOfSound } from './playable.ts'
import { remux } from './remux.ts'

const damaged =
  '这个视频读不出来，可能没有录完或者已经损坏：请在剪辑软件里重新导出为 MP4（H.264）再上传'
const pictureless = '这里面没有画面，只有声音：请配上画面，在剪辑软件里导出为 MP4 再上传'
const trimmed =
  '视频开头或结尾有一段剪掉了却还在文件里，别人能看到：请在剪辑软件里重新导出为 MP4（H.264）再上传'
/** Seconds by which pictures may stand before the beginning, as packing leaves them. */
const runUp = 0.1
/** Seconds by which a film may be longer than it says: sound is packed in pieces. */
const overrun = 0.5
const long = `视频长于 ${longestFilm / 60} 分钟：请剪成几段再上传`

/** Opens an MP4 or QuickTime file for reading, and closes it whatever happens. */
async function withFilm<T>(path: string, use: (input: Input) => Promise<T>): Promise<T> {
  const input = new Input({ formats: [MP4, QTFF], source: new FilePathSource(path) })
  try {
    return await use(input)
  } finally {
    input.dispose()
  }
}

/** How long a film is, in seconds; undefined where it cannot be read or does not say. */
export async function secondsOfFilm(path: string): Promise<number | undefined> {
  try {
    const seconds = await withFilm(path, (input) => input.computeDuration())
    return seconds > 0 ? seconds : undefined
  } catch {
    return undefined
  }
}

/**
 * Packs picture and sound of a film anew, unchanged, and nothing else of it: no place, author, device,
 * editor, chapters or data tracks. Where something is read or heard besides, the film is refused.
 * The head stands in front, so that the film plays while it loads. @returns what of it was left out
 */
export async function cleanFilm(from: string, to: string): Promise<Left | Refusal> {
  try {
    return await withFilm(from, async (input): Promise<Left | Refusal> => {
      const pictures = await input.getPrimaryVideoTrack()
      const sound = await input.getPrimaryAudioTrack()
      if (!pictures) return { error: (await input.getTracks()).length > 0 ? pictureless : damaged }
      const fault = (await faultOfPictures(pictures)) ?? (sound ? faultOfSound(sound) : undefined)
      if (fault) return { error: fault }
      const head = await readFilmHead(from)
      const further = await extraTracks(input, head)
      if ('error' in further) return further
      const seconds = await input.computeDuration()
      if (seconds > longestFilm) return { error: long }
      const stated = head && statedSeconds(head)
      if (stated !== undefined && seconds > stated + overrun) return { error: trimmed }
      if ((await pictures.getFirstTimestamp()) < -runUp) return { error: trimmed }
      await remux(pictures, sound, to)
      return further
    })
  } catch {
    return { error: damaged }
  }
}

/** The second of a film that its poster shows: past what fades in, inside the film. */
export function posterMoment(seconds: number): number {
  return Math.min(3, seconds / 4)
}
