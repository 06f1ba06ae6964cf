import type { PageContent } from '../../page-locals.ts'
import type { Release } from './release.ts'

/** A page as it is sent. `policy`: its own content policy. */
type RenderedPage = { body: Buffer; policy: string | null }

/**
 * Renders an on-demand page whole: half of one is never sent. `null` where the release has none there.
 * @param url of the page, without a query: what broke in rendering may be told with it
 * @throws where the page does not render
 */
export async function renderPage(
  { render, settings }: Release,
  url: URL,
  content: PageContent,
): Promise<RenderedPage | null> {
  const response = await render(new Request(url), { settings, ...content })
  if (!response) return null
  if (response.status !== 200) throw new Error(`a page answers ${response.status}`)
  const body = Buffer.from(await response.arrayBuffer())
  return { body, policy: response.headers.get('content-security-policy') }
}
