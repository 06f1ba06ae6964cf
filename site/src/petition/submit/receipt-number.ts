import { compact } from '@portal/content/characters/typed-text'

/**
 * 查询编号: 16 random digits, the first never zero. Random, so that one number tells nothing of
 * another. `randomDigit(from)` gives a uniform digit that is at least `from`.
 */
export function newReceiptNumber(randomDigit: (from: 0 | 1) => number): string {
  return Array.from({ length: 16 }, (_, place) => randomDigit(place === 0 ? 1 : 0)).join('')
}

/** The number as typed by a person; `null` where it cannot be one. */
export function parseReceiptNumber(typed: string): string | null {
  const number = compact(typed).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^\d{16}$/.test(number) ? number : null
}
