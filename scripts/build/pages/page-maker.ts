import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Settings } from '@portal/content/schema/entries/settings'
import type { Prerender } from '../../../site/src/static/prerender.ts'
import { placing, type Address } from '../program/compiled-site.ts'
import {
  writeReleaseFile,
  within,
  type ReleaseFile,
  type ReleaseTarget,
} from '../release/write-file.ts'
import type { WantedPage } from '../release/wanted.ts'

/** A page that could not be made; the cause is for the log. */
export class PageError extends Error {
  override name = 'PageError'
  readonly fault: { file: string; problem: string }
  constructor(file: string, cause: unknown) {
    const problem = '网页生成不了，请检查它的文字、图片和关联'
    super(`${file}：${problem}`, { cause })
    this.fault = { file, problem }
  }
}

/** What pages are made with; it can be sent to a thread. */
export type PageTarget = ReleaseTarget & {
  /** The folder of the compiled site. */
  code: string
  settings: Settings
  contentDir: string
  /** Where the files made of pictures are kept for the next release. */
  pictures: string
  address: Address
}

/** Makes the function that renders a static page, and the pictures on it, into a release. */
export async function openPageMaker(output: PageTarget) {
  const { code, settings, contentDir, pictures, address } = output
  const entry = pathToFileURL(join(code, 'prerender', 'prerender-entry.mjs')).href
  const { openRenderer } = (await import(entry)) as Prerender
  const render = openRenderer({ settings, contentDir, cache: pictures })
  const place = placing(address)
  return async ({ page, ...wanted }: WantedPage): Promise<ReleaseFile> => {
    const rendered = await render(page).catch((cause: unknown) => {
      throw new PageError(`/${within(wanted.file)}`, cause)
    })
    const html = place(new TextDecoder().decode(rendered.bytes))
    const finished = await writeReleaseFile(output, wanted, Buffer.from(html))
    Object.assign(finished.facts, { pictures: rendered.pictures, made: rendered.made })
    return finished
  }
}
