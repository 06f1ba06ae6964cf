const plain = '0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW'
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'
const belowPlain = '0123456789+-−–=()aehijklmnoprstuvx'
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'

function table(from: string, to: string): Map<string, string> {
  const written = [...to]
  return new Map([...from].map((character, index) => [character, written[index] ?? character]))
}

const tables = { super: table(plain, above), sub: table(belowPlain, below) }

/** How far from the line characters stand. */
export type Position = keyof typeof tables

// They look the same at any height, or nobody writes them there for their meaning.
const neutral = /[\s.,·°′″%*'，、。；：]/u
const reference = /^\s*[[（(〔【［]/u

/**
 * Writes superscript and subscript as characters of their own: 10 with a raised 3 is 10³ and not
 * 103. Where Unicode has no such character, `^( )` and `_( )` say it; words in Chinese and marks
 * of notes, which mean the same on the line, stay as they are.
 */
export function raise(text: string, position: Position): string {
  const known = tables[position]
  const characters = [...text]
  if (
    characters.every((one) => known.has(one) || neutral.test(one)) &&
    !/^[([]\d+[)\]]$/u.test(text)
  ) {
    return characters.map((one) => known.get(one) ?? one).join('')
  }
  if (reference.test(text) || !/[\p{Script=Latin}\p{Script=Greek}\d]/u.test(text)) return text
  const space = /^(\s*)(.*?)(\s*)$/su.exec(text)
  return `${space?.[1] ?? ''}${position === 'super' ? '^' : '_'}(${space?.[2] ?? ''})${space?.[3] ?? ''}`
}
