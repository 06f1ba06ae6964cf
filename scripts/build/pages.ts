import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { Library } from '@portal/content/entry/library'
import type { Prerender, StaticPage } from '../../site/src/static-page.ts'
import { sweep } from './sweep.ts'

/** How many pages wait for their pictures at a time. */
const concurrency = 8

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

const nameFault = (file: string) => (cause: unknown) => {
  throw new PageError(file, cause)
}

/** Renders every static page, and the pictures on them, into the release's `client/`. */
export async function makePages(library: Library, release: string): Promise<void> {
  const program = join(release, 'prerender')
  const entry = pathToFileURL(join(program, 'prerender-entry.mjs')).href
  const { staticPages, madePictures } = (await import(entry)) as Prerender
  const client = join(release, 'client')
  const written = new Set<string>()
  await Readable.from(await staticPages(library)).forEach(
    async ({ file, render }: StaticPage) => {
      // The first is of the route that says more about the address.
      if (written.has(file)) return
      written.add(file)
      const target = join(client, file)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, await render().catch(nameFault(file)))
    },
    { concurrency },
  )
  await placePictures(await madePictures(), client)
  await rm(program, { recursive: true })
}

async function placePictures(
  { cache, folder, names }: Awaited<ReturnType<Prerender['madePictures']>>,
  client: string,
): Promise<void> {
  await mkdir(join(client, folder), { recursive: true })
  for (const name of names) await copyFile(join(cache, name), join(client, folder, name))
  await sweep(cache, '', 30)
}
