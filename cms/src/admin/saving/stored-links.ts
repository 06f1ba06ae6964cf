import { useCallback, useSyncExternalStore } from 'react'
import type { LinkedRow, Links } from './link-changes'

type Data = Record<string, unknown>
type Page = { results?: LinkedRow[]; pagination?: { pageCount?: number } }
type Send = (address: string) => Promise<Response>

/** What each entry was linked with when it was last read, and in which version. */
const known = new Map<string, { version: string; links: Links }>()
const listeners = new Set<() => void>()
const nothing: Links = {}

/** What the entry's fields were linked with when it was last read; nothing where that is not known. */
export function linksOf(entry: string): Links {
  return known.get(entry)?.links ?? nothing
}

/** The same, told anew when it has changed: Strapi's form holds no links, and sees nothing of that. */
export function useLinks(entry: string): Links {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return useSyncExternalStore(subscribe, () => linksOf(entry))
}

/** The server tells of a link field how many there are. */
function linkFields(data: Data): string[] {
  const isCount = (value: unknown) =>
    value !== null &&
    typeof value === 'object' &&
    Object.keys(value).length === 1 &&
    typeof (value as { count?: unknown }).count === 'number'
  return Object.keys(data).filter((field) => isCount(data[field]))
}

async function rowsOf(send: Send, address: string): Promise<LinkedRow[]> {
  const rows: LinkedRow[] = []
  for (let page = 1; ; page += 1) {
    const response = await send(`${address}?page=${page}&pageSize=100`)
    if (!response.ok) throw new Error('the links could not be read')
    const { results = [], pagination } = (await response.json()) as Page
    rows.push(...results)
    if (page >= (pagination?.pageCount ?? 1)) return rows
  }
}

/**
 * Reads what an entry that has just come in is linked with, so that two people's choices can be
 * compared. Of links that cannot be read, what was known stays.
 * @param address where the entry was read
 */
export async function readLinks(
  entry: string,
  address: string,
  data: Data,
  send: Send,
): Promise<void> {
  const version = String(data.updatedAt)
  if (known.get(entry)?.version === version) return
  const [, start = '', uid = ''] = /^(.*\/content-manager)\/[^/]+\/([^/?]+)/.exec(address) ?? []
  const at = `${start}/relations/${uid}/${String(data.documentId)}`
  try {
    const links = await Promise.all(
      linkFields(data).map(async (field) => [field, await rowsOf(send, `${at}/${field}`)] as const),
    )
    known.set(entry, { version, links: Object.fromEntries(links) })
    for (const listener of listeners) listener()
  } catch {
    // The entry is on its page all the same; its links are then compared by the server's next answer.
  }
}
