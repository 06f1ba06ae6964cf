const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Where a picture of a text lies: in the media library, named by its file. */
export const pictureAddress = /^\/?media\/[A-Za-z0-9][A-Za-z0-9._-]*$/

/**
 * The address of a link as it may be kept; undefined where the site would lead nowhere: script and
 * data schemes, files of the writer's own disk, anchors of the text it was copied from.
 */
export function keptAddress(url: string): string | undefined {
  const wanted = url.trim()
  if (/^(?:\/(?!\/)|#[^\s]+$)/.test(wanted) || pictureAddress.test(wanted)) return wanted
  const full = /^www\.[\w.-]+\.[a-z]{2,}(?:[/?#]|$)/i.test(wanted) ? `https://${wanted}` : wanted
  if (!/^[a-z][a-z0-9+.-]*:/i.test(full) || !URL.canParse(full)) return undefined
  return schemes.has(new URL(full).protocol) ? full : undefined
}
