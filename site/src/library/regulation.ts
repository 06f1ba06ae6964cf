import type { Article, Paragraph, Regulation } from '@portal/content/schema/entries/regulation'

/** The id of an article on its page: `article-34`, `article-120-1` for 第一百二十条之一. */
export function articleAnchor({
  number,
  insertion,
}: Pick<Article, 'number' | 'insertion'>): string {
  return insertion ? `article-${number}-${insertion}` : `article-${number}`
}

/** The id of the nth division of a regulation, counted from 1. */
export function divisionAnchor(position: number): string {
  return `division-${position}`
}

export function articlesOf(regulation: Regulation): Article[] {
  return regulation.divisions.flatMap(({ articles }) => articles)
}

/** True once the official text is there; until then the guide is all that can be read. */
export function hasOfficialText(regulation: Regulation): boolean {
  const { preamble, divisions } = regulation
  // A decision, or an amendment, has no articles.
  return [{ paragraphs: preamble }, ...divisions, ...articlesOf(regulation)].some(
    ({ paragraphs }) => paragraphs.length > 0,
  )
}

/** A paragraph with its items and sub-items as plain lines. */
export function paragraphLines({ text, items }: Paragraph): string[] {
  const lines = items.flatMap((item) => [
    `${item.label}${item.text}`,
    ...item.subitems.map((subitem) => `${subitem.label}${subitem.text}`),
  ])
  return [text, ...lines].filter(Boolean)
}

/** The first and last article below a heading and the headings under it, as `第七条至第十六条`. */
export function articleRange(articles: Article[]): string {
  const first = articles[0]
  const last = articles.at(-1)
  if (!first || !last) return ''
  return first === last ? first.label : `${first.label}至${last.label}`
}

/** The words shown for each status. */
export const statusWords: Record<Regulation['status'], string> = {
  'in-force': '现行有效',
  'not-yet': '尚未施行',
  amended: '已被修改',
  repealed: '已废止',
}
