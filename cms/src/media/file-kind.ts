import { kindOf as kindOfFile } from '@portal/content/files/kind'
import { looksLikeCaptions } from './caption-encoding.ts'

/** What an upload is, by its bytes. The name and the sender's word do not count. */
export type Kind = 'jpeg' | 'png' | 'webp' | 'avif' | 'mp4' | 'pdf' | 'webvtt' | 'subrip'

/** How a kind is stored: file extension and media type. */
export const stored: Record<Exclude<Kind, 'subrip'>, { ext: string; mime: string }> = {
  jpeg: { ext: '.jpg', mime: 'image/jpeg' },
  png: { ext: '.png', mime: 'image/png' },
  webp: { ext: '.webp', mime: 'image/webp' },
  avif: { ext: '.avif', mime: 'image/avif' },
  mp4: { ext: '.mp4', mime: 'video/mp4' },
  pdf: { ext: '.pdf', mime: 'application/pdf' },
  webvtt: { ext: '.vtt', mime: 'text/vtt' },
}

/** Captions begin as such among so many bytes. */
const captionHead = 4096

const latin = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** What is taken, by the extension under which it is known. Telephones and cameras name their films differently. */
const taken = new Map<string, Kind>([
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['apng', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
  ['pdf', 'pdf'],
  ...['mp4', 'm4v', 'm4p', 'mov', '3gp', '3g2', 'f4v', 'f4p'].map((film) => [film, 'mp4'] as const),
])

/**
 * Tells the kind of a file from its first bytes.
 * @returns undefined for everything that the media library does not take
 */
export async function kindOf(head: Uint8Array): Promise<Kind | undefined> {
  const captions = looksLikeCaptions(head.subarray(0, captionHead))
  if (captions) return captions
  const kind = taken.get((await kindOfFile(head))?.extension ?? '')
  // QuickTime of old has no brand, and is not read.
  if (kind === 'mp4') return latin(head, 4, 8) === 'ftyp' ? kind : undefined
  // Of pictures that move one would be left.
  return kind === 'avif' && latin(head, 8, 12) === 'avis' ? undefined : kind
}

const advice = {
  picture: '请用看图软件打开，另存为 JPEG 或 PNG 再上传',
  film: '请在剪辑软件里导出为 MP4（画面 H.264，声音 AAC）再上传',
  sound: '这里只放视频，不放单独的录音：请配上画面，在剪辑软件里导出为 MP4 再上传',
  captions: '请在字幕软件里另存为 SRT 或 VTT 再上传',
  paper: '请另存为 PDF 再上传',
  other: '可以上传：JPEG、PNG、WebP、AVIF 图片，MP4、MOV 视频，VTT 或 SRT 字幕，PDF 文档',
}

/** Names of kinds where people know them by others than their extensions. */
const known: Record<string, string> = {
  asf: 'WMV、WMA',
  mts: 'TS、MTS',
  mpg: 'MPEG',
  opus: 'OGG',
  heic: 'HEIC',
  jpx: 'JPEG 2000',
}

/** Why a file of another kind is not taken: its kind, as far as it can be told, and what to do. */
export async function refusalOfOther(head: Uint8Array): Promise<string> {
  const text = latin(head, 0, Math.min(head.length, 1024)).replaceAll('\0', '')
  if (/^(?:\xef\xbb\xbf|\xff\xfe)?\s*\[script info\]/i.test(text)) {
    return `这是 ASS 字幕：${advice.captions}`
  }
  if (/^(?:\xef\xbb\xbf|\xff\xfe)?\s*\[(?:\d\d:\d\d|ti:|ar:|al:|by:)/i.test(text)) {
    return `这是 LRC 歌词字幕：${advice.captions}`
  }
  const found = await kindOfFile(head)
  const extension = found?.extension ?? ''
  if (extension === 'zip') {
    return `这是 Word、Excel、OFD 一类的文档或者压缩包：文章请用“导入 Word”，要给人下载的${advice.paper}`
  }
  if (extension === 'cfb') return `这是旧版 Office 文档：${advice.paper}`
  // Its kind stands further in than what was read.
  if (/^(?:II\*\0|MM\0\*)/.test(latin(head, 0, 4)))
    return `这是 TIFF 图片，这里不收：${advice.picture}`
  const name = known[extension] ?? extension.toUpperCase()
  if (found?.type.startsWith('image/')) return `这是 ${name} 图片，这里不收：${advice.picture}`
  if (found?.type.startsWith('video/') || /asf|realmedia/.test(found?.type ?? '')) {
    return `这是 ${name} 视频，很多浏览器放不了：${advice.film}`
  }
  if (found?.type.startsWith('audio/')) return `这是 ${name} 录音：${advice.sound}`
  return `这类文件不能上传。${advice.other}。其他格式请先另存为其中一种`
}
