import {
  fromFigures,
  fromHan,
  hanDigits,
  hanDigitsAndTwo,
  hanFigures,
  toFigures,
  toHan,
} from '@portal/content/characters/numerals'

const hanNumber = new RegExp(`[${hanDigitsAndTwo}]+`, 'gu')
const hanYear = new RegExp(`[${hanFigures}]{4}(?=年)`, 'gu')
const article = new RegExp(`(^|\\s)([${hanDigits}]+)条`, 'gu')

/**
 * A query as written, then with its numbers in Chinese characters, then in Arabic digits, each once:
 * laws write 第三十四条 and 六十日, people type 第34条 and 60日. Years go figure by figure.
 */
export function spellings(query: string): string[] {
  const inHan = query
    .replace(/\d{4}(?=年)/gu, toFigures)
    .replace(/(?<![\d.])[1-9]\d{0,3}(?![\d.])/gu, (digits) => toHan(Number(digits)))
    .replace(article, '$1第$2条')
  const inDigits = query
    .replace(hanYear, fromFigures)
    .replace(hanNumber, (han) => String(fromHan(han) ?? han))
  return [...new Set([query, inHan, inDigits])]
}
