import type { Settings } from '@portal/content/schema/entries/settings'
import type { StaticPage } from './page.ts'

/** A page as it was rendered, with the stand-ins for the site's address in it. */
type Rendered = {
  bytes: Uint8Array
  /** The pictures of the content folder that it shows, by their paths, each with the digest of its file. */
  pictures: Record<string, string>
  /** The names of the files that were made of them. */
  made: string[]
}

/** The compiled program that renders static pages (`prerender.ts`). */
export type Prerender = {
  /**
   * @param contentDir where the pictures lie
   * @param cache a folder for the files made of them, which are kept for the next release
   * @returns renders a page; it throws where the page does not render
   */
  openRenderer: (given: {
    settings: Settings
    contentDir: string
    cache: string
  }) => (page: StaticPage) => Promise<Rendered>
}
