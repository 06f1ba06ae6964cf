import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { zip } from './zip.ts'
import type { Entry } from './zip.ts'

const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.${main}+xml"/></Types>`

/** A Word document with a sentence, and whatever else is to be in it. */
export function wordFile(
  text: string,
  more: readonly Entry[] = [],
  main = 'openxmlformats-officedocument.wordprocessingml.document.main',
): Buffer {
  return zip([
    { name: '[Content_Types].xml', content: types(main) },
    { name: 'word/document.xml', content: `<w:document><w:t>${text}</w:t></w:document>` },
    ...more,
  ])
}

/** An Excel document; `long` in the form of large archives. */
export function excelFile({ long = false, more = [] as readonly Entry[] } = {}): Buffer {
  const entries = [
    { name: '[Content_Types].xml', content: types('openxmlformats-officedocument.spreadsheetml') },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]
  return zip(entries, { long })
}

/**
 * A PDF of one page.
 * @param catalog more entries of its catalogue
 * @param trailer more entries of its trailer
 * @param objects further objects, as they stand in the file
 */
export function pdfFile({
  catalog = '',
  trailer = '',
  objects = [] as (string | Buffer)[],
  text = '收据',
} = {}): Buffer {
  const page = Buffer.from(`BT (${text}) Tj ET`)
  return Buffer.concat(
    [
      '%PDF-1.7\n',
      `1 0 obj << /Type /Catalog /Pages 2 0 R ${catalog} >> endobj\n`,
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n',
      '3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj\n',
      packedStream(4, '', page),
      ...objects,
      `trailer << /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`,
    ].map((part) => Buffer.from(part)),
  )
}

/** An object of a PDF that is a packed stream. */
export function packedStream(number: number, dictionary: string, content: Buffer): Buffer {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj << /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\n'),
  ])
}

/** A photograph as a telephone takes it, lying on its side, with the place where it was taken. */
export function photograph(width = 400, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#7aa37a' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'CANARY-CAMERA' },
        IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' },
      },
    })
    .toBuffer()
}

/** A film by its beginning: what follows is noise. */
export function filmFile(bytes: number): Buffer {
  const head = Buffer.from('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom', 'latin1')
  return Buffer.concat([head, randomBytes(bytes - head.length)])
}

const pngChunk = (type: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), content])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(content.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** A PNG of these packed rows, and of chunks in front of them. */
function png(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: Buffer,
  told: Buffer,
) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(depth, 8)
  header.writeUInt8(type, 9)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    told,
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG of one colour and one bit a pixel: small, and drawn it would fill the memory. */
export function pixelBomb(width: number, height: number): Buffer {
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  return png(width, height, 1, 0, rows, Buffer.alloc(0))
}

/**
 * A grey PNG whose pixels spell a text, as packed bytes may by chance.
 * @param told what a chunk of text says in it
 */
export function pngOf(width: number, height: number, spelled: string, told = ''): Buffer {
  const rows = Buffer.alloc(height * (1 + width), 0)
  rows.write(spelled, 1 + width + 1, 'latin1')
  const text = told ? pngChunk('tEXt', Buffer.from(told, 'latin1')) : Buffer.alloc(0)
  return png(width, height, 8, 0, deflateSync(rows, { level: 0 }), text)
}
