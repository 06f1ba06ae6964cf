import { fileTypeFromBuffer } from 'file-type'
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

/** How many bytes of a file `kindOf` needs. */
export const headLength = 4096

const latin = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** What may stand in front of a PDF, left behind by programs and by copying. */
const pdf = /^(?:\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-/
/** Brands of pictures and of sound alone; cameras and telephones have brands of their own for films. */
const notFilms =
  /^(?:avif|avis|mif1|msf1|hei[cmsx]|hev[cmsx]|crx |jxl |jp2 |jpx |jpm |mjp2|M4[AB] |F4[AB] |aax )$/

/**
 * Tells the kind of a file from its first bytes.
 * @returns undefined for everything that the media library does not take
 */
export function kindOf(head: Uint8Array): Kind | undefined {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (latin(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'webp'
  if (pdf.test(latin(head, 0, 1024))) return 'pdf'
  if (latin(head, 4, 8) === 'ftyp') {
    const brand = latin(head, 8, 12)
    if (brand === 'avif' || (brand === 'mif1' && latin(head, 16, 64).includes('avif')))
      return 'avif'
    return notFilms.test(brand) ? undefined : 'mp4'
  }
  return looksLikeCaptions(head)
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
  if (text.startsWith('PK\x03\x04')) {
    return `这是 Word、Excel、OFD 一类的文档或者压缩包：文章请用“导入 Word”，要给人下载的${advice.paper}`
  }
  if (text.startsWith('\xd0\xcf\x11\xe0')) return `这是旧版 Office 文档：${advice.paper}`
  // Its kind stands further in than what was read.
  if (/^(?:II\*\0|MM\0\*)/.test(latin(head, 0, 4)))
    return `这是 TIFF 图片，这里不收：${advice.picture}`
  const found = await fileTypeFromBuffer(head)
  const extension = found?.ext ?? ''
  const name = known[extension] ?? extension.toUpperCase()
  if (found?.mime.startsWith('image/')) return `这是 ${name} 图片，这里不收：${advice.picture}`
  if (found?.mime.startsWith('video/') || /asf|realmedia/.test(found?.mime ?? '')) {
    return `这是 ${name} 视频，很多浏览器放不了：${advice.film}`
  }
  if (found?.mime.startsWith('audio/')) return `这是 ${name} 录音：${advice.sound}`
  return `这类文件不能上传。${advice.other}。其他格式请先另存为其中一种`
}
