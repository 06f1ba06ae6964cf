import { compact, gap } from './separators.ts'
import { before, digits, number, type Candidate, type Pattern } from './pattern.ts'

const labelled = /(?:卡号|账号|帐号|账户|银行卡|存折|一卡通|社保卡|开户行)[^\d。；;，,\n]{0,12}$/
const filed = /(?:编号|单号|文号|案号|回执|条码|查询码)[为是:( ]{0,6}$/

/** ISO/IEC 7812-1, annex B. */
function isLuhn(number: string): boolean {
  let sum = 0
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number.charAt(number.length - 1 - place))
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** How much of a candidate is a card: another number may follow it after a blank. */
function cardIn(candidate: Candidate): number {
  const { found } = candidate
  const context = before(candidate, 20)
  if (filed.test(context) && !/[卡账帐户]/.test(context)) return 0
  for (let end = found.length; end > 15; end -= 1) {
    if (!/\d$/.test(found.slice(0, end)) || /\d/.test(found.charAt(end))) continue
    const card = compact(found.slice(0, end))
    if (card.length >= 16 && card.length <= 19 && isLuhn(card)) return end
  }
  return 0
}

export const cards: readonly Pattern[] = [
  number('bank-card', `(?:6\\d|4\\d|5[1-5]|3[57])(?:${gap}\\d){14,17}`, cardIn),
  number('bank-card', digits('11,21'), (candidate) =>
    labelled.test(before(candidate, 24)) ? candidate.found.length : 0,
  ),
]
