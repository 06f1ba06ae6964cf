import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { metadataLeft } from '@portal/content/privacy/metadata'
import { readPdf } from '@portal/content/privacy/pdf'
import {
  textOfCalendar,
  textOfCaptions,
  textOfJson,
  textsOfHtml,
  textsOfXml,
} from '@portal/content/privacy/text'
import sharp from 'sharp'
import { openShard } from '../../../site/src/search/engine/shard.ts'
import { indexIn } from '../../../site/src/search/server/files.ts'

const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif', '.gif'])
const written = new Set(['.csv', '.md', '.txt'])
const others = ['.html', '.svg', '.xml', '.vtt', '.ics', '.json', '.webmanifest', '.pdf']
const readable = new Set([...pictures, ...written, ...others])

/** What a file of a release says: its texts, and what a picture carries beside the picture. */
export type FileTexts = { texts: string[]; metadata: string[] }

/** Whether a file is of a kind that is looked through. */
export const isReadable = (file: string) => readable.has(extname(file).toLowerCase())

/** Reads what a finished file says. A kind that says nothing readable, such as a film, gives nothing. */
export async function readFileTexts(file: string): Promise<FileTexts> {
  return isReadable(file) ? fileTextsIn(file, await readFile(file)) : { texts: [], metadata: [] }
}

/** What a file says whose bytes these are; see `readFileTexts`. */
export async function fileTextsIn(name: string, bytes: Uint8Array): Promise<FileTexts> {
  const kind = extname(name).toLowerCase()
  const text = () => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  if (kind === '.html') return { texts: textsOfHtml(text()), metadata: [] }
  if (kind === '.svg' || kind === '.xml') return { texts: textsOfXml(text()), metadata: [] }
  if (kind === '.vtt') return { texts: [textOfCaptions(text())], metadata: [] }
  if (kind === '.ics') return { texts: [textOfCalendar(text())], metadata: [] }
  if (kind === '.json' || kind === '.webmanifest')
    return { texts: [textOfJson(text())], metadata: [] }
  if (kind === '.pdf') return { texts: [(await readPdf(bytes)).text], metadata: [] }
  if (pictures.has(kind))
    return { texts: [], metadata: metadataLeft(await sharp(bytes).metadata()) }
  return { texts: written.has(kind) ? [text()] : [], metadata: [] }
}

/** Every text in a shard of a finished search index, with the page it is of; what is of none stands with an empty path. */
export async function textsOfShard(
  folder: string,
  shard: string,
): Promise<{ path: string; text: string }[]> {
  const { pages, passages } = await openShard(`${indexIn(folder)}${shard}/`)
  const texts = [{ path: '', text: textOfJson(JSON.stringify(pages)) }]
  for (const passage of passages) {
    const { path, title, signs } = await passage.read()
    texts.push({ path, text: title }, { path, text: signs.join('') })
  }
  return texts
}
