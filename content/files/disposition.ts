/**
 * The value of `Content-Disposition` (RFC 6266) by which a file has its own name (RFC 5987). What reads no such names
 * has a plain one with the same ending.
 */
export function disposition(way: 'attachment' | 'inline', name: string): string {
  const escaped = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(name) ?? []
  return `${way}; filename="file${ending}"; filename*=UTF-8''${escaped}`
}
