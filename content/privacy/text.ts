const entities: Record<string, string> = {
  amp: '&',
  apos: "'",
  emsp: ' ',
  ensp: ' ',
  gt: '>',
  hyphen: '-',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  shy: '',
  thinsp: ' ',
  zwj: '',
  zwnj: '',
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
      if (code === undefined) return entities[String(name).toLowerCase()] ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** An address as it reads: `%E5%BC%A0` is a character. */
function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Between what no reader sees in a row: numbers are not read over it. */
const apart = '\n;\n'

/** Marks inside a line; what stands on both sides is read together. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
/** What only takes room in a line. */
const blank = new Set(['br', 'button', 'img', 'input'])
/** Attributes whose figures are of the machine. */
const machines =
  /^(?:class|d|fill|height|id|integrity|nonce|points|sizes|stroke.*|style|transform|viewbox|width|[xyr]|[cxyr][12xy])$/

const part =
  /<!--([^]*?)-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([^]*?)<\/\2\s*>|<!\[CDATA\[([^]*?)\]\]>|<[/!?]?([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const attribute = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g

function attributesIn(tag: string): string[] {
  return Array.from(tag.matchAll(attribute)).flatMap(([, name = '', ...values]) => {
    if (machines.test(name.toLowerCase())) return []
    const value = decodeEntities(values.find((one) => one !== undefined) ?? '')
    return value.includes('%') ? [value, decodeAddress(value)] : [value]
  })
}

/** Blanks and line ends of the source are one blank to a reader. */
const flowing = (text: string) => decodeEntities(text.replace(/\s+/g, ' '))

/**
 * The texts of a page: as it reads, where a mark inside a number does not part it and the border of a
 * block does, and what stands in attributes, scripts and comments.
 */
export function textsOfHtml(html: string): string[] {
  const beside: string[] = []
  let read = ''
  let from = 0
  for (const match of html.matchAll(part)) {
    const [whole, comment, program, said = '', code = '', kept, tag = '', attributes = ''] = match
    read += flowing(html.slice(from, match.index))
    from = match.index + whole.length
    if (comment !== undefined) beside.push(comment)
    else if (kept !== undefined) read += `\n${kept}\n`
    else if (program) {
      if (program.toLowerCase() === 'script') beside.push(textOfJson(code), ...attributesIn(said))
    } else {
      const name = tag.toLowerCase()
      read += inline.has(name) ? '' : blank.has(name) ? ' ' : '\n'
      beside.push(...attributesIn(attributes))
    }
  }
  return [read + flowing(html.slice(from)), beside.join(apart)]
}

/** The texts of a feed, whose entries may hold pages of their own. */
export function textsOfXml(xml: string): string[] {
  const [read = '', beside = ''] = textsOfHtml(xml)
  const inner = /<[a-z]/i.test(read) ? textsOfHtml(read) : []
  return [read, beside, ...inner]
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
}

/** The text of JSON, a line a name or value; of a program, with what is written as escapes. */
export function textOfJson(json: string): string {
  try {
    const parsed: unknown = JSON.parse(json)
    return stringsIn(parsed).join(apart)
  } catch {
    return json.replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }
}

/** The text of captions: a number that two lines of one caption share is one. */
export function textOfCaptions(vtt: string): string {
  return vtt
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((cue) =>
      cue
        .split('\n')
        .filter((line) => !line.includes('-->'))
        .join(' ')
        .replace(/<[^<>]*>/g, ''),
    )
    .map(decodeEntities)
    .join('\n')
}

/** The text of a calendar, whose long lines are normalised. */
export function textOfCalendar(ics: string): string {
  return ics.replace(/\r?\n[ \t]/g, '').replace(/\\([,;\\])/g, '$1')
}
