const ones = '零一二三四五六七八九'

/** 0 to 59 as they are written in Chinese, and 两 for a two that counts hours. */
const numerals = new Map(
  Array.from({ length: 60 }, (_, number) => {
    const [tens, rest] = [Math.floor(number / 10), number % 10]
    const ten = tens === 0 ? '' : tens === 1 ? '十' : `${ones[tens]}十`
    return [tens > 0 && rest === 0 ? ten : `${ten}${ones[rest]}`, number] as const
  }),
).set('两', 2)

/** A number of one or two digits, or as it is written in Chinese; a part of a pattern. */
export const figure = `\\d{1,2}|[${ones}十两]{1,3}`

/** What a `figure` counts; NaN where it is none. */
export function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : (numerals.get(text) ?? NaN)
}

/** The digits of a year written sign by sign, `二〇二六`; digits stay as they are. */
export function digitsOf(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]/g, (sign) =>
    String(Math.max(0, ones.indexOf(sign))),
  )
}

/** At least two digits. */
export function two(number: number): string {
  return String(number).padStart(2, '0')
}
