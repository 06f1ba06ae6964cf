const places = /\/content-manager\/(?:collection-types|single-types)\/([^/?]+)((?:\/[^/?]+)*)/

/**
 * The name of the entry that a request of the content manager is about: its type and document, `create`
 * for a new one; undefined where it is about a list or something else.
 */
export function entryOf(method: string, address: string): string | undefined {
  const [, uid, rest = ''] = places.exec(address) ?? []
  if (!uid) return undefined
  const parts = rest.split('/').filter(Boolean)
  const single = address.includes('/single-types/')
  if (single) return parts.length === 0 ? uid : undefined
  if (parts[0] === 'clone' && parts.length === 2) return `${uid} clone ${parts[1]}`
  if (parts.length === 1 && parts[0] !== 'actions') return `${uid} ${parts[0]}`
  return parts.length === 0 && method === 'POST' ? `${uid} create` : undefined
}
