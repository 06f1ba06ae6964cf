/*
 * What is typed and what is suggested are compared in one spelling. The ranges are written out
 * because browsers of 2019 do not all know \p{…}.
 */
const unit = /[\u3007\u3400-\u9fff]|[\ud840-\ud88f][\udc00-\udfff]|[0-9a-z\u00c0-\u1fff]+/g

/** Lower case, ordinary width, no tone marks or accents; ü is v, as people type it. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
}

/** The units of a text: each Han character, each run of other letters and digits; no marks. */
export function units(text: string): string[] {
  return fold(text).match(unit) ?? []
}
