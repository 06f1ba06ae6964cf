const ranges: [from: number, to: number, first: number][] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
]
const words = new Map(
  [
    ...'一二三四五六七八九十月火水木金土日株有社名特财祝劳秘男女适优印注项休写正上中下左右医宗学监企资协夜',
  ].map((word, index) => [word, String.fromCodePoint(0x3280 + index)]),
)

/**
 * A number, letter or word inside a circle as one character: 21 → ㉑, 印 → ㊞.
 * @returns undefined where Unicode has none
 */
export function encircle(text: string): string | undefined {
  if (text === '0') return '⓪'
  if (/^[1-9]\d?$/u.test(text)) {
    const number = Number(text)
    const range = ranges.find(([from, to]) => number >= from && number <= to)
    return range && String.fromCodePoint(range[2] + number - range[0])
  }
  if (/^[A-Z]$/u.test(text)) return String.fromCodePoint(0x24b6 + text.charCodeAt(0) - 65)
  if (/^[a-z]$/u.test(text)) return String.fromCodePoint(0x24d0 + text.charCodeAt(0) - 97)
  return words.get(text)
}
