import { anyDigits, fromHan, hanDigits, toHan } from '@portal/content/characters/numerals'

/**
 * An article that a query names, and the law it is of; without an article the whole of it, without a
 * name the Petition Work Regulations.
 */
export type Reference = { law: string; article: string }

const number = `[${anyDigits}]{1,4}|[${hanDigits}]{1,8}`
const withUnit = new RegExp(`^(.*?)第?\\s*(${number})\\s*条(?:之([一二三四五六七八九十]))?`, 'u')
const bare = /^(.*?(?:条例|法|办法|规定|细则))\s*第?\s*([0-9]{1,4})$/u
const ownName = /^(?:信访工作条例|信访条例|条例|信访)?$/u
const spokenName = /^《?(?:信访条例|信访法|条例)》?$/u

/**
 * The article that a query refers to: 条例34, 34条, 信访工作条例第三十四条, 民法典第282条, or the Regulations
 * by the names that people use. What follows the number is left to the rest of the search.
 */
export function referenceIn(query: string): Reference | null {
  if (spokenName.test(query)) return { law: '', article: '' }
  const [, name, digits, insertion] = withUnit.exec(query) ?? bare.exec(query) ?? []
  if (name === undefined || digits === undefined) return null
  const value = /^[0-9０-９]+$/u.test(digits) ? Number(digits.normalize('NFKC')) : fromHan(digits)
  if (!value) return null
  const law = name.replace(/[《》\s,，。、]/gu, '')
  if (law.length > 30) return null
  const article = `第${toHan(value)}条${insertion ? `之${insertion}` : ''}`
  return { law: ownName.test(law) ? '' : law, article }
}
