/** An entry's addresses on the portal, oldest first, and whether citizens see it at the last one. */
export type Whereabouts = { addresses: { path: string; at: string }[]; live: boolean }

const lastOf = ({ addresses }: Whereabouts): string => addresses.at(-1)?.path ?? ''

/** Whose each address is: the entry that citizens see there, else the one that had it last. */
function ownersOf(entries: Whereabouts[]): Map<string, Whereabouts> {
  const owners = new Map<string, { entry: Whereabouts; at: string }>()
  for (const entry of entries) {
    for (const { path, at } of entry.addresses) {
      const known = owners.get(path)
      if (!known || known.at < at) owners.set(path, { entry, at })
    }
  }
  for (const entry of entries) if (entry.live) owners.set(lastOf(entry), { entry, at: '' })
  return new Map([...owners].map(([path, { entry }]) => [path, entry]))
}

/**
 * The redirects from every earlier address of an entry to its last one. Each is one step long and
 * leads to an address that the entry still has, so that there are neither chains nor loops.
 */
export function redirectsOf(entries: Whereabouts[]): { from: string; to: string }[] {
  const owners = ownersOf(entries)
  return [...owners]
    .map(([from, entry]) => ({ from, to: lastOf(entry), entry }))
    .filter(({ from, to, entry }) => from !== to && owners.get(to) === entry)
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The withdrawn entries whose last address no other entry has taken since. */
export function absentOf<W extends Whereabouts>(entries: W[]): W[] {
  const owners = ownersOf(entries)
  return entries.filter((entry) => !entry.live && owners.get(lastOf(entry)) === entry)
}
