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
