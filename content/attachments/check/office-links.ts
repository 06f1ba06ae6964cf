/**
 * Parts of a document that stand elsewhere and without which it reads the same: its template, the workbooks
 * whose figures it has copied. Word and Excel write their places on the writer's own disk.
 */
const harmlessAtHome = /\/(?:attachedTemplate|externalLinkPath|xlPathMissing|xlStartup|xlLibrary)$/

/**
 * Whether opening the document would fetch something, or shows only with something that did not come
 * along; a link that a reader follows does neither.
 * @param relationships a part of relationships (ISO/IEC 29500-2)
 */
export function reachesOut(relationships: string): boolean {
  const tags = relationships.matchAll(/<[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi)
  return [...tags].some(([tag]) => {
    const type = valueOf(tag, 'Type')
    if (type.endsWith('/hyperlink')) return false
    return !(harmlessAtHome.test(type) && isLocal(valueOf(tag, 'Target')))
  })
}

function valueOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return found?.[1] ?? found?.[2] ?? ''
}

/**
 * Whether a place is on the disk of whoever opens the document: no other computer is named. Two slashes of
 * either kind begin the name of one, unless it is empty.
 */
function isLocal(target: string): boolean {
  const plain = unescaped(target)
    .replace(/[\0- ]/g, '')
    .replaceAll('\\', '/')
  const path = plain.replace(/^file:(?:\/\/(?=\/))?/i, '')
  return !/^\/\//.test(path.replace(/^\/(?=[a-z]:)/i, '')) && !/^[a-z][a-z0-9+.-]+:/i.test(path)
}

/** Escapes of markup and of addresses, which would hide a slash. */
function unescaped(target: string): string {
  const plain = target
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Number(code) % 0x110000))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code) =>
      String.fromCodePoint(parseInt(code, 16) % 0x110000),
    )
    .replaceAll('&amp;', '&')
  return plain.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
}
