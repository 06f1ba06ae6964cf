import { encircle } from '../characters/enclosed.ts'
import { toFigures, toHan } from '../characters/numerals.ts'

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const capital: Record<string, string> = {
  ...{ 零: '零', 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒' },
  ...{ 八: '捌', 九: '玖', 十: '拾', 百: '佰', 千: '仟' },
}

function han(value: number): string {
  return value > 0 && value <= 9999 ? toHan(value) : String(value)
}

function roman(value: number): string {
  const steps: [number, string][] = [
    ...([
      [1000, 'M'],
      [900, 'CM'],
      [500, 'D'],
      [400, 'CD'],
      [100, 'C'],
      [90, 'XC'],
    ] as const),
    ...([
      [50, 'L'],
      [40, 'XL'],
      [10, 'X'],
      [9, 'IX'],
      [5, 'V'],
      [4, 'IV'],
      [1, 'I'],
    ] as const),
  ].map(([size, sign]) => [size, sign])
  let rest = value
  let text = ''
  for (const [size, sign] of steps) {
    for (; rest >= size; rest -= size) text += sign
  }
  return text
}

function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function inRange(value: number, last: number, first: number): string | undefined {
  return value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : undefined
}

function digits(value: number, zero: string): string {
  return [...String(value)].map((figure) => [...zero][Number(figure)] ?? figure).join('')
}

/** Writes a number in a format of Word (`w:numFmt`); undefined for a format that is not known. */
export function writeNumber(value: number, format: string): string | undefined {
  switch (format) {
    case '':
    case 'decimal':
    case 'decimalHalfWidth':
      return String(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digits(value, '０１２３４５６７８９')
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return han(value)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return toFigures(String(value))
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return [...han(value)]
        .map((one) => capital[one] ?? one)
        .join('')
        .replace(/^拾/u, '壹拾')
    case 'ideographTraditional':
      return stems[(value - 1) % 10]
    case 'ideographZodiac':
      return branches[(value - 1) % 12]
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return encircle(String(value)) ?? `（${value}）`
    case 'decimalEnclosedParen':
      return inRange(value, 20, 0x2474) ?? `(${value})`
    case 'decimalEnclosedFullstop':
      return inRange(value, 20, 0x2488) ?? `${value}.`
    case 'ideographEnclosedCircle':
      return inRange(value, 10, 0x3280) ?? `（${value}）`
    case 'ideographParenthesized':
    case 'ideographEnclosedParen':
      return inRange(value, 10, 0x3220) ?? `（${value}）`
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letter(value)
    case 'lowerLetter':
      return letter(value).toLowerCase()
    case 'none':
      return ''
    default:
      return undefined
  }
}
