/**
 * One page of a list. The newest stands at the list's own address and holds one to two pages' worth;
 * the others are numbered from the oldest, so that what is published later changes none of them.
 */
export type ListPage<T> = {
  entries: T[]
  /** 1 for the oldest page; none for the newest. */
  number?: number
  /** How many entries the whole list has; said on the newest page only. */
  total?: number
  /** The addresses of the neighbours. */
  newer?: `/${string}/`
  older?: `/${string}/`
}

/**
 * Cuts a list, newest first, into pages of `size`, the newest first; an empty list has one empty page.
 * @param list the list's own address
 */
export function pages<T>(list: `/${string}/`, entries: T[], size: number): ListPage<T>[] {
  const settled = Math.max(0, Math.floor(entries.length / size) - 1)
  const at = (number: number) => (number > settled ? list : pagePath(list, number))
  const newest: ListPage<T> = {
    entries: entries.slice(0, entries.length - settled * size),
    total: entries.length,
    ...(settled > 0 && { older: at(settled) }),
  }
  const others = Array.from({ length: settled }, (_, nth): ListPage<T> => {
    const number = settled - nth
    const end = entries.length - (number - 1) * size
    return {
      entries: entries.slice(end - size, end),
      number,
      newer: at(number + 1),
      ...(number > 1 && { older: at(number - 1) }),
    }
  })
  return [newest, ...others]
}

/** The address of a page of a list that is not the newest. */
export function pagePath(list: `/${string}/`, number: number): `/${string}/` {
  return `${list}page/${number}/`
}
