/** One page of a list, and where its neighbours are. */
export type ListPage<T> = {
  entries: T[]
  number: number
  count: number
  total: number
}

/** Cuts a list into pages of `size`; an empty list has one empty page. */
export function pages<T>(entries: T[], size: number): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(entries.length / size))
  return Array.from({ length: count }, (_, index) => ({
    entries: entries.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
    total: entries.length,
  }))
}

/** The address of the nth page of a list: the list itself, then `page/2/`. */
export function pagePath(list: `/${string}/`, number: number): `/${string}/` {
  return number === 1 ? list : `${list}page/${number}/`
}
