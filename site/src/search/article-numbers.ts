import { fromHan, toHan } from '@portal/content/law/numerals'

/**
 * A query as written, and as it would be with article numbers written the other way: laws say
 * 第三十四条, people type 第34条 or 34条. The law's own way comes first.
 */
export function spellings(query: string): string[] {
  const inHan = query.replace(/第?\s*(\d{1,4})\s*条/g, (whole, digits: string) => {
    const number = Number(digits)
    return number > 0 ? `第${toHan(number)}条` : whole
  })
  const inDigits = query.replace(
    /第([零〇○一二三四五六七八九十百千两]+)条/gu,
    (whole, han: string) => {
      const number = fromHan(han)
      return number === null ? whole : `第${number}条`
    },
  )
  return [...new Set([inHan, query, inDigits])]
}
