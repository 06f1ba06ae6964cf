/** What people put between the digits of one number, and inside names. */
const between = ' ._~*/()|…-'

/** So much of it stands between two digits at most. */
export const gap = `[${between.replace('-', '\\-')}]{0,4}`

const gaps = new RegExp(`[${between.replace('-', '\\-')}+]+`, 'g')

/** A number or word without what stands between its characters. */
export function compact(folded: string): string {
  return folded.replace(gaps, '')
}

/** The parts of a number as it is grouped. */
export function groupsOf(folded: string): string[] {
  return folded.split(gaps).filter(Boolean)
}

/** The characters of a folded text that are no gaps, and where each of them stands. */
export function packed(folded: string): { text: string; places: number[] } {
  const places: number[] = []
  let text = ''
  for (let at = 0; at < folded.length; at += 1) {
    const sign = folded.charAt(at)
    if (between.includes(sign)) continue
    places.push(at)
    text += sign
  }
  return { text, places }
}
