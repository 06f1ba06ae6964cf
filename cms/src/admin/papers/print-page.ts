/** The measures of an official paper (GB/T 9704). */
const look = `
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { font: 16pt/28pt FangSong, STFangsong, 'Noto Serif CJK SC', serif; color: #000; margin: 0; }
  p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
  p:first-child { font: bold 22pt/1.4 SimSun, STZhongsong, 'Noto Serif CJK SC', serif; text-align: center; text-indent: 0; margin-bottom: 12pt; }
  p:nth-child(2) { text-align: center; text-indent: 0; }
  p:nth-child(3) { text-indent: 0; }
  p:nth-last-child(-n + 2) { text-align: right; text-indent: 0; padding-right: 4em; }
`

/**
 * Prints a page by the browser, in a frame of its own in which no script runs.
 * @param html as the server made it of the Word file
 */
export function printPage(html: string, title: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
    frame.title = title
    frame.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 0; height: 0; border: 0'
    frame.srcdoc = `<!doctype html><html lang="zh"><meta charset="utf-8"><style>${look}</style><body>${html}</body></html>`
    frame.addEventListener('load', () => {
      const { contentWindow } = frame
      contentWindow?.addEventListener('afterprint', () => frame.remove())
      contentWindow?.print()
      resolve()
    })
    document.body.append(frame)
  })
}
