const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** The address of a page or file of this site, below the path at which the site runs. */
export function address(path: `/${string}`): string {
  return `${base}${path}`
}
