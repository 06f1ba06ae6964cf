import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { redirect, type Redirect } from '@portal/content/schema/release/redirect'

/** The redirects of a snapshot. */
export const redirectsFile = 'redirects.json'

/** Redirects that lead to an entry of the snapshot; one that is left out has no page to lead to. */
export function leading(redirects: readonly Redirect[], paths: Iterable<string>): Redirect[] {
  const pages = new Set([...paths].map((path) => `/${path.replace(/\.[a-z]+$/, '')}/`))
  return redirects.filter(({ to }) => pages.has(to))
}

/** The redirects that stand in a snapshot. */
export async function readRedirects(folder: string): Promise<Redirect[]> {
  return redirect.array().parse(JSON.parse(await readFile(join(folder, redirectsFile), 'utf8')))
}
