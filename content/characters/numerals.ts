const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/** Characters of which numbers are made, as a part of an expression's set. */
export const hanDigits = '零〇○一二三四五六七八九十百千'

/** The same with 两, which is also the beginning of a word: for where a number is sure to stand. */
export const hanDigitsAndTwo = `${hanDigits}两`

/** The characters of a number that is written figure by figure, such as a year; a part of an expression's set. */
export const hanFigures = '〇零○一二三四五六七八九'

/** Writes a number figure by figure: 2026 is 二〇二六. */
export function toFigures(number: string): string {
  return number.replace(/\d/gu, (figure) => digits.charAt(Number(figure))).replaceAll('零', '〇')
}

/** Reads a number that is written figure by figure; what is no such character stays. */
export function fromFigures(text: string): string {
  return Array.from(text, (sign) => {
    const figure = digits.indexOf(spelling(sign))
    return figure < 0 ? sign : String(figure)
  }).join('')
}

/** Writes 1–9999 as legal texts do: 十, 一百零五, 一百一十二, 一千零一十. */
export function toHan(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    throw new RangeError(`not a number of an article: ${value}`)
  }
  const figures = [...String(value)].map(Number)
  let text = ''
  figures.forEach((figure, index) => {
    if (figure > 0) text += digits.charAt(figure) + units[figures.length - 1 - index]
    else if (figures.slice(index).some((rest) => rest > 0) && !text.endsWith('零')) text += '零'
  })
  return text.replace(/^一十/u, '十')
}

/** `一百一十二` and the older `一百十二`, `两百` and `二百`, 〇 and 零 are one spelling. */
function spelling(text: string): string {
  return text.replace(/[〇○]/gu, '零').replace(/两/gu, '二').replace(/一十/gu, '十')
}

/** Digits of either width, as a part of an expression's set. */
export const anyDigits = '\\d０-９'

/** Reads 一 … 九千九百九十九, or plain digits of either width. Null for anything not written as a number is. */
export function fromHan(text: string): number | null {
  const narrow = text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
  if (/^[1-9]\d{0,3}$/u.test(narrow)) return Number(narrow)
  const written = spelling(text)
  let total = 0
  let figure = 0
  for (const character of written) {
    const unit = units.indexOf(character)
    if (unit > 0) {
      total += (figure || 1) * 10 ** unit
      figure = 0
    } else if (digits.includes(character)) {
      figure = digits.indexOf(character)
    } else {
      return null
    }
  }
  const value = total + figure
  return value >= 1 && value <= 9999 && spelling(toHan(value)) === written ? value : null
}
