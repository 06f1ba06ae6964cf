import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { build } from 'astro'
import { standIns } from '../../site/stand-ins.ts'
import { exists } from '../exists.ts'
import { step } from '../progress.ts'

/** All that the compiled site is made of; which content it shows is not among it. */
const sources = ['site/src', 'site/public', 'site/astro.config.ts', 'site/prerender-later.ts']
const shared = [
  'site/stand-ins.ts',
  'content/entry',
  'content/export',
  'content/law',
  'content/privacy',
  'content/schema',
]
const packages = ['package-lock.json', 'site/package.json']

/**
 * The compiled site: `client/` for browsers, `server/` for pages on demand, `prerender/` for the
 * static ones. Compiled when the code has changed, else kept from last time.
 */
export async function compiledSite(root: string): Promise<string> {
  const parent = join(root, 'site', '.cache')
  const folder = join(parent, `code-${await digestOf(root)}`)
  const kept = await utimes(folder, new Date(), new Date()).then(
    () => true,
    () => false,
  )
  if (!kept) await step('编译网站程序', () => compile(root, folder))
  return folder
}

async function compile(root: string, folder: string): Promise<void> {
  // No office wants its servers to report how they build.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const unfinished = `${folder}.${process.pid}`
  await build({ root: join(root, 'site'), outDir: unfinished, logLevel: 'warn' })
  await rename(unfinished, folder).catch(async (error: unknown) => {
    // Another build has compiled the same in the meantime.
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  })
}

async function digestOf(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of [...sources, ...shared, ...packages]) {
    for (const file of await filesBelow(join(root, name))) {
      hash.update(`${file.slice(root.length)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** The file itself, or all files of a folder, in an order that does not change. */
async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTDIR') throw error
    },
  )
  if (!entries) return [path]
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()
}

const text = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest'])

/** Copies the compiled site to `folder`, with this portal's own address in it. */
export async function placeSite(
  code: string,
  folder: string,
  { siteUrl, basePath }: { siteUrl: string; basePath: string },
): Promise<void> {
  for (const file of await filesBelow(code)) {
    const target = join(folder, file.slice(code.length))
    await mkdir(dirname(target), { recursive: true })
    if (!text.has(extname(file))) {
      await copyFile(file, target)
      continue
    }
    const placed = (await readFile(file, 'utf8'))
      // Astro's own setting says `/` where there is no base path; everywhere else it is put before a path.
      .replaceAll(`"base":"${standIns.basePath}"`, `"base":"${basePath || '/'}"`)
      .replaceAll(standIns.basePath, basePath)
      .replaceAll(standIns.siteUrl, siteUrl)
    await writeFile(target, placed)
  }
}
