import type { Page } from 'playwright/test'

/** Names, and measures of files, that an office knows by their Latin letters. */
const names =
  /\b(Word|WPS|Excel|PDF|CSV|URL|API|SMTP|ID|IP|ICP|APP|JavaScript|Markdown|Ctrl|Shift|Alt|Esc|DOCX?|XLSX?|OFD|TXT|MD|ZIP|VTT|WebVTT|SRT|JPE?G|PNG|GIF|SVG|WebP|AVIF|MP[34]|WebM|MOV|AAC|AMR|HTML)\b|\d ?[KMG]B\b/gi
/** E-mail addresses, addresses of pages, file names: said by the entries, not by the pages. */
const addresses =
  /[\w.+-]+@[\w.-]+|https?:\/\/\S*|(?<!\w)\/(?:[\w-]+\/)+|\b[\w-]+\.(?:jpe?g|png|svg|webp|pdf|docx?|json|mp4|vtt)\b/gi

/** What is left of a text of the pages once names and addresses are taken out: raw words, if any. */
export function rawWords(text: string): string[] {
  return (
    text
      .replace(addresses, ' ')
      .replace(names, ' ')
      .match(/[A-Za-z]{2,}/g) ?? []
  )
}

/**
 * Everything that a page says: in its title, in what can be seen, and to those who hear it; and where
 * its links lead outside.
 */
export async function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ['placeholder', 'title', 'aria-label', 'alt', 'aria-description']
    const said = new Set([document.title])
    /** The 网址名 of an entry, in a list. */
    const isSlug = (text: string) =>
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !/^[a-z0-9]{24}$/.test(text)
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // What an entry holds is its writer's, and no word of the page's.
      if (element.closest('script, style, [contenteditable="true"]')) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      for (const name of attributes) said.add(element.getAttribute(name) ?? '')
      const leads = element instanceof HTMLAnchorElement ? element.hostname : location.hostname
      // The portal under test has an address of its own.
      if (leads !== location.hostname && !leads.endsWith('.example')) said.add(`→ ${leads}`)
      const inList = element.closest('[role="gridcell"]') !== null
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent?.trim() ?? '') : ''
        if (!inList || !isSlug(text)) said.add(text)
      }
    }
    return [...said].filter((text) => /[A-Za-z]{2}/.test(text))
  })
}
