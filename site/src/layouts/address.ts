const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** The address of a page or file of this site, below the path at which the site runs. */
export function address(path: `/${string}`): string {
  return `${base}${path}`
}

/** The path of a page of this site as its address names it, without the path at which the site runs. */
export function pathWithin(pathname: string): string {
  return pathname.startsWith(base) ? pathname.slice(base.length) : pathname
}
