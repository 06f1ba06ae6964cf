const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Where a picture of a text lies: in the media library, named by its file. */
export const pictureAddress = /^\/?media\/[A-Za-z0-9][A-Za-z0-9._-]*$/

const innerName = /(?:^|\.)(?:localhost|local|lan|internal|intranet|intra|corp|home|localdomain)$/
const innerNumber =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

/** Whether a host is one that only the office's own network knows. */
function isInner(host: string): boolean {
  if (host.startsWith('[')) return /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:)/.test(host)
  const name = host.replace(/\.$/, '')
  return innerNumber.test(name) || innerName.test(name) || !name.includes('.')
}

/** Whether a link leads to the writer's own disk, a shared folder or a host of the inner network. */
export function leadsInside(address: string): boolean {
  const wanted = address.trim()
  if (/^(?:file:|\\\\|[a-z]:[\\/])/i.test(wanted)) return true
  if (!/^(?:https?|ftp):/i.test(wanted) || !URL.canParse(wanted)) return false
  return isInner(new URL(wanted).hostname)
}

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
