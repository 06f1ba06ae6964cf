import { Converter } from 'opencc-js'

/** Han characters from the first extension to the end of the unified block. */
const first = 0x3400
const last = 0x9fff

/** Traditional characters and the simplified ones they are read as, two by two (OpenCC's tables). */
export function traditionalPairs(): string {
  const codes = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const characters = codes.map((code) => String.fromCodePoint(code))
  const simplify = Converter({ from: 't', to: 'cn' })
  // Apart by line breaks, so that no two are taken for a word; twice, so that nothing is left to do.
  const simplified = simplify(simplify(characters.join('\n'))).split('\n')
  return characters
    .map((character, at) => {
      const other = simplified[at] ?? character
      return other !== character && Array.from(other).length === 1 ? character + other : ''
    })
    .join('')
}
