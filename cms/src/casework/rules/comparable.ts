/** What texts are compared by: blanks, hyphens and widths of signs do not count. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•‐‑–—-]/g, '')
}
