const mostCharacters = 80
/** Names that Windows keeps for devices, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Extensions that some system runs, whatever is inside. Those of pages on the web are not among them. */
const executable =
  /\.(?:exe|com|scr|pif|bat|cmd|msi|msp|mst|msu|msix|appx|ps1|psm1|vbs?|vbe|jse?|mjs|ws[cfh]?|hta|cpl|jar|jnlp|lnk|url|scf|inf|reg|dll|ocx|sys|drv|gadget|msc|chm|hlp|apk|ipa|app|command|desktop|sh|run|xll|settingcontent-ms|appref-ms|application|library-ms|search-ms)$/i

/**
 * Whether a file is called as a program is: by what its name ends with once it is stored, however signs that
 * cannot be seen, blanks, or marks that turn the direction of text hide it.
 */
export function isExecutableName(typed: string): boolean {
  // What stands behind a colon is a stream of the file, not its name.
  const last = typed.split(/[\\/]/).at(-1)?.split(':')[0] ?? ''
  return executable.test(cleanName(last.normalize('NFKC')).replace(/[\s_.]+$/, ''))
}

/**
 * A file's name as it may be shown and stored anywhere: without folders, control and formatting
 * characters (those that turn the direction of text hide what a name ends with) and signs that
 * some system reads as something else; at most 80 characters.
 */
export function cleanName(typed: string): string {
  const last = typed.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const { stem, extension } = split(plain)
  const kept = Array.from(stem).slice(0, mostCharacters).join('').slice(0, 100).trim()
  const safe = reserved.test(kept.split('.')[0] ?? '') ? `_${kept}` : kept
  return (safe || '附件') + extension
}

/** The name with the extension of what the file really is, in place of the one it came with. */
export function nameAs(name: string, extension: string): string {
  const { stem } = split(cleanName(name))
  const bare = stem.toLowerCase().endsWith(`.${extension}`) ? split(stem).stem : stem
  return `${bare}.${extension}`
}

function split(name: string): { stem: string; extension: string } {
  const [extension = ''] = /\.[A-Za-z0-9]{1,5}$/.exec(name) ?? []
  const stem = name.slice(0, name.length - extension.length)
  return stem === '' ? { stem: '', extension: '' } : { stem, extension }
}
