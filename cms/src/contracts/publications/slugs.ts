/** An address for a title, and whose an address is already; null where that was not asked, or nobody's. */
export type SlugAnswer = { suggestion: string | null; owner: string | null }

/** What to write instead of something that is no address. */
export const slugAdvice =
  '网址名只能用小写字母、数字和连字符（-），例如 2026-campaign-month。也可以清空，保存时按标题生成。'

/** What is meant by what was typed: capitals and blanks have no place in an address. */
export function tidySlug(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_—–]+/g, '-')
}
