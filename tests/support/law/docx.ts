import { crc32 } from 'node:zlib'

/** A paragraph of a Word file: its text (`\n` is a line break), a style name, an automatic number. */
export type WordParagraph = string | { text: string; style?: string; numbered?: boolean }

type Part = { name: string; text: string }

/** A zip archive whose entries are stored, not compressed. */
function zip(parts: Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of parts) {
    const title = Buffer.from(name)
    const data = Buffer.from(text)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([20, 0])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, facts, tail, title]))
    bodies.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
}

function run(text: string): string {
  const pieces = text.split('\n').map((piece) => `<w:t xml:space="preserve">${escape(piece)}</w:t>`)
  return `<w:r>${pieces.join('<w:br/>')}</w:r>`
}

function paragraph(given: WordParagraph): string {
  const { text, style, numbered } = typeof given === 'string' ? { text: given } : given
  const properties =
    (style ? `<w:pStyle w:val="${style}"/>` : '') +
    (numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '')
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

function table(rows: string[][]): string {
  const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`
  const body = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
  return `<w:tbl>${body}</w:tbl>`
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Writes a small, valid .docx of paragraphs and, below them, table rows. */
export function writeDocx(paragraphs: WordParagraph[], rows: string[][] = []): Buffer {
  const body = paragraphs.map(paragraph).join('') + (rows.length > 0 ? table(rows) : '')
  const styles = [
    ['Title', 'Title'],
    ['1', 'heading 1'],
  ].map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  const level =
    '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>'
  const types = ['document', 'styles', 'numbering'].map(
    (part) =>
      `<Override PartName="/word/${part}.xml" ContentType="${main}.${part === 'document' ? 'document.main' : part}+xml"/>`,
  )
  return zip([
    {
      name: '[Content_Types].xml',
      text: `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `${xml}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    },
    { name: 'word/styles.xml', text: `${xml}<w:styles ${word}>${styles.join('')}</w:styles>` },
    {
      name: 'word/numbering.xml',
      text: `${xml}<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    },
  ])
}
