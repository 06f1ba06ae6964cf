/** What a video says from a second on. */
export type Cue = { seconds: number; text: string }

/** The character references of WebVTT; marks of direction are dropped. */
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ' }

/**
 * The words of a WebVTT file (W3C WebVTT), cue by cue: without header, notes, styles, cue names and
 * tags.
 */
export function captionCues(vtt: string): Cue[] {
  return vtt
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const timing = lines.findIndex((line) => line.includes('-->'))
      const start = /(?:(\d+):)?(\d{2}):(\d{2})\.\d{3}\s*-->/.exec(lines[timing] ?? '')
      if (!start) return []
      const [, hours = '0', minutes = '0', seconds = '0'] = start
      const text = lines.slice(timing + 1).join(' ')
      const plain = text
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
        .trim()
      const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
      return plain ? [{ seconds: at, text: plain }] : []
    })
}
