import { reportLimits } from '@portal/content/schema/report'

/** The path of the page of this site that a link to the form names; `null` where it names none. */
export function reportedPage(asked: URLSearchParams): `/${string}` | null {
  const page = asked.get('page') ?? ''
  const isPath = /^\/(?![/\\])[^\s\\]*$/.test(page)
  return isPath && page.length <= reportLimits.page / 2 ? (page as `/${string}`) : null
}
