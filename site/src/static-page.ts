import type { Library } from '@portal/content/entry/library'

/** A page, feed or data file whose bytes depend on nothing but the content. */
export type StaticPage = {
  /** Where it stands in the folder that the server sends files from. */
  file: string
  /** @throws when it does not render */
  render: () => Promise<Uint8Array>
}

/** The compiled program that renders a release (`prerender.ts`). */
export type Prerender = {
  /** Every static page of a library, whose media lie in `CONTENT_DIR`. */
  staticPages: (library: Library) => Promise<StaticPage[]>
  /** The files of pictures that the pages rendered so far show, in `cache`; they belong in `folder`. */
  madePictures: () => Promise<{ cache: string; folder: string; names: string[] }>
}
