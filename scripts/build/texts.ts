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
import { openEngine } from '../../site/src/search/ask/open-engine.ts'
import { textOf } from '../../site/src/search/index/content.ts'
import { sourceIn } from '../../site/src/search/server/source.ts'

const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif', '.gif'])
const written = new Set(['.csv', '.md', '.txt'])

/** What a file of a release says: its texts, and what a picture carries beside the picture. */
type Said = { texts: string[]; metadata: string[] }

/** Reads what a finished file says. A kind that says nothing readable, such as a film, gives nothing. */
export async function readSaid(file: string): Promise<Said> {
  const kind = extname(file).toLowerCase()
  const text = () => readFile(file, 'utf8')
  if (kind === '.html') return { texts: textsOfHtml(await text()), metadata: [] }
  if (kind === '.svg' || kind === '.xml') return { texts: textsOfXml(await text()), metadata: [] }
  if (kind === '.vtt') return { texts: [textOfCaptions(await text())], metadata: [] }
  if (kind === '.ics') return { texts: [textOfCalendar(await text())], metadata: [] }
  if (kind === '.json' || kind === '.webmanifest')
    return { texts: [textOfJson(await text())], metadata: [] }
  if (kind === '.pdf') return { texts: [(await readPdf(await readFile(file))).text], metadata: [] }
  if (pictures.has(kind)) {
    return { texts: [], metadata: metadataLeft(await sharp(file).metadata()) }
  }
  return { texts: written.has(kind) ? [await text()] : [], metadata: [] }
}

/** Every text in a finished search index, with the page it is of; what is of none stands with an empty path. */
export async function textsOfIndex(folder: string): Promise<{ path: string; text: string }[]> {
  const engine = await openEngine(sourceIn(folder))
  const texts = [{ path: '', text: textOfJson(JSON.stringify(engine.pages)) }]
  for (const record of engine.records.keys()) {
    const { path, title, words } = await engine.passage(record)
    texts.push({ path, text: title }, { path, text: textOf(words) })
  }
  return texts
}
