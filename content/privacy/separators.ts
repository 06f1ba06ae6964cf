/** What people put between the digits of one number, and inside names. */
const between = ' ._~*/()|…^=-'
const signs = between.replace(/[\^-]/g, '\\$&')
/** A tag that somebody typed: it is shown as it is, and the number is read past it. */
const tag = '(?:</?[A-Z][A-Z0-9]{0,9}>|<!-{2}[^<>\\n]{0,40}-{2}>)'
/** Colons part numbers into groups; two digits on a side may be a time of day. */
const colon = '(?<=\\d{3}):(?=\\d{3})'
/** Commas part digits that stand alone; of more it may be an amount, or a list. */
const comma = '(?<=\\d),(?=\\d(?!\\d))'

/** So much of it stands between two digits at most. */
export const gap = `(?:[${signs}]|${tag}|${colon}|${comma}){0,4}`

const gaps = new RegExp(`(?:[${signs}+:,]|${tag})+`, 'g')
const tags = new RegExp(tag, 'g')

/** A number or word without what stands between its characters. */
export function compact(normalised: string): string {
  return normalised.replace(gaps, '')
}

/** The parts of a number as it is grouped. */
export function groupsOf(normalised: string): string[] {
  return normalised.split(gaps).filter(Boolean)
}

/** The characters of a normalised text that are no gaps, and where each of them stands. */
export function packed(normalised: string): { text: string; places: number[] } {
  const places: number[] = []
  let text = ''
  const seen = normalised.replace(tags, (found) => ' '.repeat(found.length))
  for (let at = 0; at < seen.length; at += 1) {
    const sign = seen.charAt(at)
    if (between.includes(sign)) continue
    places.push(at)
    text += sign
  }
  return { text, places }
}
