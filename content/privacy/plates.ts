import { gap } from './separators.ts'
import { before, words, type Pattern } from './pattern.ts'

export const province = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const sign = '[A-HJ-NP-Z0-9]'

export const plates: readonly Pattern[] = [
  words(
    'plate',
    `[${province}]${gap}[A-HJ-NP-Z]${gap}${sign}(?:${gap}${sign}){3,4}${gap}(?:${sign}|[挂学警领使港澳试超])(?![A-Z0-9])`,
    ({ found }) =>
      /\d/.test(found) && !/ \S*$/.exec(found)?.[0].match(/^ {3}/) ? found.length : 0,
  ),
  // Of bicycles with a motor and tricycles: called a plate.
  words('plate', `[A-Z]{0,2}${gap}\\d{4,6}[A-Z]?(?![A-Z0-9])`, (candidate) =>
    /(?:车牌|牌照|号牌)(?:号码|号)?[为是:(“" ]{0,4}[\u4e00-\u9fff]{0,4}$/.test(
      before(candidate, 16),
    )
      ? candidate.found.length
      : 0,
  ),
]
