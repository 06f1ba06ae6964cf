import { fromHan, toHan } from '@portal/content/characters/numerals'

const figures = '〇一二三四五六七八九'
const hanNumber = /[零〇○一二三四五六七八九十百千两]+/gu
const hanYear = /([〇○零一二三四五六七八九]{4})(?=年)/gu

/**
 * A query as written, then with its numbers in Chinese characters, then in Arabic digits, each once:
 * laws write 第三十四条 and 六十日, people type 第34条 and 60日. Years go figure by figure.
 */
export function spellings(query: string): string[] {
  const inHan = query
    .replace(/\d{4}(?=年)/gu, (year) =>
      Array.from(year, (digit) => figures[Number(digit)]).join(''),
    )
    .replace(/(?<![\d.])[1-9]\d{0,3}(?![\d.])/gu, (digits) => toHan(Number(digits)))
    .replace(/(^|\s)([零一二三四五六七八九十百千]+)条/gu, '$1第$2条')
  const inDigits = query
    .replace(hanYear, (year) =>
      Array.from(year.replace(/[○零]/gu, '〇'), (figure) => figures.indexOf(figure)).join(''),
    )
    .replace(hanNumber, (han) => String(fromHan(han) ?? han))
  return [...new Set([query, inHan, inDigits])]
}
