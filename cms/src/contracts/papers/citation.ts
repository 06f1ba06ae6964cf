import { toHan } from '@portal/content/characters/numerals'
import type { Citation } from './opinion.ts'

/** A citation as legal texts write it: 《…》第三十二条第一款第二项. */
export function citationText({ law, article, paragraph, item }: Citation): string {
  const name = /^《.*》$/u.test(law) ? law : `《${law}》`
  const at = (count: number | null, unit: string) =>
    count === null ? '' : `第${toHan(count)}${unit}`
  return `${name}${article}${at(paragraph, '款')}${at(item, '项')}`
}

/** The citations that still stand in a text, each once: what was taken out of it again is not cited. */
export function citedIn(basis: string, citations: readonly Citation[]): Citation[] {
  const seen = new Set<string>()
  return citations.filter((one) => {
    const text = citationText(one)
    if (seen.has(text) || !basis.includes(text)) return false
    seen.add(text)
    return true
  })
}
