/** The ways in which a text may lie in a file: encoded, escaped, or in pieces of base64. */
export function formsOf(text: string): Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const big = Buffer.from(utf16).swap16()
  const spelt = [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]
  const escaped = [...text].map((sign) =>
    sign < '\u0080' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  // Wherever it begins in a group of three bytes; the signs at the edges hold other text too.
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].flatMap((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const inner = coded.slice(shift === 0 ? 0 : 4, -4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const words = [...spelt, escaped.join(''), ...base64].map((form) => Buffer.from(form))
  return [...words, utf16, big]
}
