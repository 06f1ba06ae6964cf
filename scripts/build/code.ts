import { copyFile, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { standIns } from '../../site/stand-ins.ts'
import { exists } from '../exists.ts'
import { fingerprint } from '../fingerprint.ts'
import { step } from '../progress.ts'
import { sweep } from './sweep.ts'

/** All that the compiled site is made of; which content it shows is not among it. */
export const codeSources = [
  'site/src',
  'site/public',
  'site/astro.config.ts',
  'site/page-adapter.ts',
  'site/prerender-later.ts',
  'site/stand-ins.ts',
  'content/calendar',
  'content/characters',
  'content/entry',
  'content/export',
  'content/law',
  'content/privacy',
  'content/schema',
  'package-lock.json',
]

/**
 * The compiled site: `client/` for browsers, `server/` for pages on demand, `prerender/` for the
 * static ones. Compiled when the code has changed, else kept from last time, however long ago.
 */
export async function compiledSite(root: string): Promise<string> {
  const digest = (await fingerprint(root, codeSources)).slice(0, 16)
  const folder = join(root, 'site', '.cache', `code-${digest}`)
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
  // Only here: the bundler takes a second to load, which most builds can do without.
  const { build } = await import('astro')
  const unfinished = `${folder}.${process.pid}`
  await build({ root: join(root, 'site'), outDir: unfinished, logLevel: 'warn' })
  await rename(unfinished, folder).catch(async (error: unknown) => {
    // Another build has compiled the same in the meantime.
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  })
  await sweep(dirname(folder), 'code-', 1)
}

const text = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest'])

/** Copies the compiled site to `folder`, with this portal's own address in it. */
export async function placeSite(
  code: string,
  folder: string,
  { siteUrl, basePath }: { siteUrl: string; basePath: string },
): Promise<void> {
  const entries = await readdir(code, { recursive: true, withFileTypes: true })
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const file = join(parentPath, name)
    const target = join(folder, file.slice(code.length))
    await mkdir(dirname(target), { recursive: true })
    if (!text.has(extname(name))) {
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
