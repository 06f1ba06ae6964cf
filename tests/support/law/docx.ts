import { crc32 } from 'node:zlib'

/** A paragraph of a Word file: its text (`\n` is a line break), a style name, an automatic number. */
type WordParagraph = string | { text: string; style?: string; numbered?: boolean }

/** What else a Word file may hold, at its end. */
type WordExtras = {
  /** A JPEG that stands in a paragraph of its own. */
  picture?: Buffer
  /** The address of a picture that the file does not hold but names. */
  linkedPicture?: string
  footnote?: string
  macro?: boolean
}

type Part = { name: string; text: string | Buffer }

/** A zip archive whose entries are stored, not compressed. */
function zip(parts: Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of parts) {
    const title = Buffer.from(name)
    const data = typeof text === 'string' ? Buffer.from(text) : text
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

/** A run of words. */
export function run(text: string): string {
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

const drawings = 'http://schemas.openxmlformats.org/drawingml/2006'

/** A paragraph with a picture. */
export function drawing(blip: string): string {
  return (
    `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${drawings}/wordprocessingDrawing"><wp:docPr id="1" name="图片 1" descr=""/>` +
    `<a:graphic xmlns:a="${drawings}/main"><a:graphicData uri="${drawings}/picture"><pic:pic xmlns:pic="${drawings}/picture">` +
    `<pic:blipFill><a:blip ${blip}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  )
}

const level =
  '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>'

const usualStyles = [
  ['Title', 'Title'],
  ['1', 'heading 1'],
  ['2', 'heading 2'],
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('')

const usualNumbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

const namespaces = {
  r: office,
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: `${drawings}/wordprocessingDrawing`,
  a: `${drawings}/main`,
  pic: `${drawings}/picture`,
  c: `${drawings}/chart`,
  dgm: `${drawings}/diagram`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
}

/** The vocabularies of Word, declared as its files do. */
const declared = [
  word,
  ...Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`),
].join(' ')

/** What a part of the file points to: a part, or an address outside. */
type Related = { id: string; type: string; target: string; external?: boolean }

/** A Word file in the words of the format itself: what stands in its body, and in other parts. */
export type RawWord = {
  body: string
  styles?: string
  numbering?: string
  related?: Related[]
  parts?: Part[]
  /** Saved as “Strict Open XML”, which names the vocabularies otherwise. */
  strict?: boolean
}

function inStrictWords(text: string): string {
  return text
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/',
      'http://purl.oclc.org/ooxml/wordprocessingml/',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/',
      'http://purl.oclc.org/ooxml/officeDocument/',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/drawingml/2006/',
      'http://purl.oclc.org/ooxml/drawingml/',
    )
}

/** Packs a Word file of whatever is given. */
export function packDocx({
  body,
  styles,
  numbering,
  related = [],
  parts = [],
  strict = false,
}: RawWord): Buffer {
  const types = ['document', 'styles', 'numbering'].map(
    (part) =>
      `<Override PartName="/word/${part}.xml" ContentType="${main}.${part === 'document' ? 'document.main' : part}+xml"/>`,
  )
  const relation = ({ id, type, target, external }: Related) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${escape(target)}"${external ? ' TargetMode="External"' : ''}/>`
  const relations = [
    { id: 'r1', type: 'styles', target: 'styles.xml' },
    { id: 'r2', type: 'numbering', target: 'numbering.xml' },
    ...related,
  ].map(relation)
  const all: Part[] = [
    {
      name: '[Content_Types].xml',
      text: `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>${types.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xml}<Relationships xmlns="${packages}/relationships">${relation({ id: 'r1', type: 'officeDocument', target: 'word/document.xml' })}</Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${xml}<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `${xml}<w:document ${declared}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/styles.xml',
      text: `${xml}<w:styles ${word}>${styles ?? usualStyles}</w:styles>`,
    },
    {
      name: 'word/numbering.xml',
      text: `${xml}<w:numbering ${word}>${numbering ?? usualNumbering}</w:numbering>`,
    },
    ...parts,
  ]
  const written = (text: string | Buffer) =>
    strict && typeof text === 'string' ? inStrictWords(text) : text
  return zip(all.map(({ name, text }) => ({ name, text: written(text) })))
}

/** A part with the vocabularies declared on its root. */
export function part(name: string, root: string, content: string): Part {
  return { name, text: `${xml}<${root} ${declared}>${content}</${root}>` }
}

/** Writes a small, valid .docx of paragraphs and, below them, table rows and whatever else is wanted. */
export function writeDocx(
  paragraphs: WordParagraph[],
  rows: string[][] = [],
  { picture, linkedPicture, footnote, macro }: WordExtras = {},
): Buffer {
  const body =
    paragraphs.map(paragraph).join('') +
    (rows.length > 0 ? table(rows) : '') +
    (picture ? drawing('r:embed="r3"') : '') +
    (linkedPicture ? drawing('r:link="r4"') : '') +
    (footnote ? `<w:p>${run('有脚注')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` : '')
  return packDocx({
    body,
    related: [
      ...(picture ? [{ id: 'r3', type: 'image', target: 'media/image1.jpeg' }] : []),
      ...(linkedPicture
        ? [{ id: 'r4', type: 'image', target: linkedPicture, external: true }]
        : []),
      ...(footnote ? [{ id: 'r5', type: 'footnotes', target: 'footnotes.xml' }] : []),
    ],
    parts: [
      ...(picture ? [{ name: 'word/media/image1.jpeg', text: picture }] : []),
      ...(macro ? [{ name: 'word/vbaProject.bin', text: 'x' }] : []),
      ...(footnote
        ? [
            part(
              'word/footnotes.xml',
              'w:footnotes',
              `<w:footnote w:id="2"><w:p>${run(footnote)}</w:p></w:footnote>`,
            ),
          ]
        : []),
    ],
  })
}
