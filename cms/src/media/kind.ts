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
export const headLength = 64

const latin = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

const filmBrands = /^(?:isom|iso[2-9a]|mp4[12]|avc1|M4V |M4VP|MSNV|dash|f4v )$/

/**
 * Tells the kind of a file from its first bytes.
 * @returns undefined for everything that the media library does not take
 */
export function kindOf(head: Uint8Array): Kind | undefined {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (latin(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'webp'
  if (latin(head, 0, 5) === '%PDF-') return 'pdf'
  if (latin(head, 4, 8) === 'ftyp') {
    const brand = latin(head, 8, 12)
    if (brand === 'avif') return 'avif'
    return filmBrands.test(brand) ? 'mp4' : undefined
  }
  const text = new TextDecoder().decode(head)
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'webvtt'
  return /^\s*\d+[ \t]*\r?\n\s*\d\d:\d\d:\d\d,\d{3} -->/.test(text) ? 'subrip' : undefined
}
