/** A PDF of these objects, of which the first is the catalogue, with its table of places. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [place, object] of objects.entries()) {
    places.push(length())
    parts.push(Buffer.from(`${place + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const start = length()
  const size = objects.length + 1
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}`),
    Buffer.from(`trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`),
  ])
}

/** A text of a PDF, in UTF-16. */
export function pdfText(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`
}

/** A stream of a PDF, as it is. */
export function pdfStream(content: string | Buffer, dictionary = ''): Buffer {
  const body = Buffer.from(content)
  const head = Buffer.from(`<</Length ${body.length}${dictionary}>>\nstream\n`)
  return Buffer.concat([head, body, Buffer.from('\nendstream')])
}

/**
 * A PDF of one page that shows `shown`. `page` and `catalog` are further entries of theirs, `more` further
 * objects, from number 6 on.
 */
export function leaflet({
  shown = 'This leaflet says where and when to come',
  page = '',
  catalog = '',
  more = [] as (string | Buffer)[],
  trailer = '',
} = {}): Buffer {
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>${page}>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      pdfStream(`BT /F1 12 Tf 20 100 Td (${shown}) Tj ET`),
      ...more,
    ],
    trailer,
  )
}
