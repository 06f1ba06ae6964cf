import { extractText, getDocumentProxy } from 'unpdf'

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
      if (code === undefined) return entities[String(name).toLowerCase()] ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Marks inside a line; what stands on both sides is read together. */
const inline =
  /<\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|q|ruby|rt|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>/gi

/**
 * The texts of a page: as it reads, where a mark inside a number does not part it, and as it is
 * written, for what stands in attributes and scripts.
 */
export function textsOfHtml(html: string): string[] {
  const read = html.replace(inline, '').replace(/<[^<>]*>/g, '\n')
  return [decodeEntities(read), decodeEntities(html)]
}

/** The text of JSON, with what is written as escapes. */
export function textOfJson(json: string): string {
  return json.replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** What stands in a PDF beside its pages: title, author, subject, keywords, the metadata packet. */
async function saidOf(document: Pdf): Promise<string[]> {
  const { info, metadata } = await document.getMetadata()
  const { Custom: custom, ...said } = info as Record<string, unknown>
  const values = [...Object.values(said), ...Object.values(custom ?? {})]
  const packet = (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? ''
  // These two are the machine's, and a date with its zone reads like a telephone number.
  const dates = [said.CreationDate, said.ModDate]
  const texts = values.filter((value) => typeof value === 'string' && !dates.includes(value))
  return [...(texts as string[]), ...textsOfHtml(packet).slice(0, 1)]
}

/** The text of a PDF, its information among it. @throws where the file is none, or is encrypted */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  try {
    const { text } = await extractText(document, { mergePages: true })
    // Fonts of PDFs often stand for radicals that only look like the characters.
    return [text.normalize('NFKC'), ...(await saidOf(document))].join('\n')
  } finally {
    await document.loadingTask.destroy()
  }
}
