import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderPage } from '../../page-locals.ts'

const imported = new Map<string, Promise<RenderPage>>()

/**
 * The renderer of a release's `server/` folder. An imported module stays in memory for good, so
 * releases whose server code is the same share one.
 */
export async function loadRenderer(folder: string): Promise<RenderPage> {
  const digest = await digestOf(folder)
  let render = imported.get(digest)
  if (!render) {
    const entry = pathToFileURL(join(folder, 'entry.mjs')).href
    render = import(entry).then((module: { render: RenderPage }) => module.render)
    imported.set(digest, render)
    render.catch(() => imported.delete(digest))
  }
  return render
}

async function digestOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = await readFile(file)
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
