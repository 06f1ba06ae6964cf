/**
 * The words of a WebVTT file (W3C WebVTT), one line a cue: without header, notes, styles, times,
 * cue names and tags.
 */
export function captionText(vtt: string): string {
  const blocks = vtt.replace(/\r\n?/g, '\n').split(/\n{2,}/)
  const lines = blocks.flatMap((block) => {
    const all = block.split('\n')
    const timing = all.findIndex((line) => line.includes('-->'))
    return timing < 0 ? [] : [all.slice(timing + 1).join(' ')]
  })
  return lines
    .map((line) => line.replace(/<[^>]*>/g, '').trim())
    .filter(Boolean)
    .join('\n')
}
