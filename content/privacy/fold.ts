const numerals = '〇一二三四五六七八九'
const dashes = '‐‑‒–—―－﹣﹘·・'
const invisible = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u

/** What each UTF-16 unit is read as. */
const table = new Uint16Array(0x10000).map((_, unit) => unit)
for (let unit = 0; unit < 0x10000; unit += 1) {
  // Surrogates are no characters of their own, and stay.
  if (unit >= 0xd800 && unit < 0xe000) continue
  if (invisible.test(String.fromCharCode(unit))) table[unit] = 0x20
}
for (let unit = 0xff01; unit <= 0xff5e; unit += 1) table[unit] = unit - 0xfee0
for (const dash of dashes) table[dash.charCodeAt(0)] = 0x2d
for (const [digit, numeral] of [...numerals].entries()) table[numeral.charCodeAt(0)] = 0x30 + digit
table['零'.charCodeAt(0)] = 0x30
for (let unit = 0; unit < 0x10000; unit += 1) {
  const read = table[unit] ?? unit
  if (read >= 0x61 && read <= 0x7a) table[unit] = read - 0x20
}

/**
 * A text as the detectors read it, unit for unit as long as it was, so that places stay true: digits
 * and letters of full width and Chinese numerals become plain ones, letters capitals, and what people
 * put between digits a space or a hyphen.
 */
export function fold(text: string): string {
  const units = Buffer.from(text, 'utf16le')
  for (let at = 0; at < units.length; at += 2) {
    const unit = units.readUInt16LE(at)
    const read = table[unit] ?? unit
    if (read !== unit) units.writeUInt16LE(read, at)
  }
  return units.toString('utf16le')
}
