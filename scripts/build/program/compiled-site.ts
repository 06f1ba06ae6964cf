import {
  constants,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, extname, join, relative, sep } from 'node:path'
import { standIns } from '../../../site/stand-ins.ts'
import { exists } from '../../exists.ts'
import { step } from '../../progress.ts'
import { sweep } from '../remove-stale.ts'

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
  'content/files',
  'content/law',
  'content/privacy',
  'content/schema',
  'package-lock.json',
]

/**
 * The compiled site: `client/` for browsers, `server/` for pages on demand, `prerender/` for the
 * static ones. Compiled when the code has changed, else kept from last time, however long ago.
 * @param digest of the code
 */
export async function compiledSite(root: string, digest: string): Promise<string> {
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

/** The address of one portal. */
export type Address = { siteUrl: string; basePath: string }

/** Makes the function that puts a portal's own address into what was made with the stand-ins. */
export function placing({ siteUrl, basePath }: Address): (made: string) => string {
  const { host } = new URL(siteUrl)
  const standInHost = new URL(standIns.siteUrl).host
  return (made) =>
    made
      // Astro's own setting says `/` where there is no base path; everywhere else it is put before a path.
      .replaceAll(`"base":"${standIns.basePath}"`, `"base":"${basePath || '/'}"`)
      .replaceAll(standIns.basePath, basePath)
      .replaceAll(standIns.siteUrl, siteUrl)
      .replaceAll(standInHost, host)
}

/**
 * Copies what a portal runs of the compiled site into a release, with its own address in it.
 * @returns the files, by their paths in the release
 */
export async function placeSite(
  code: string,
  release: string,
  address: Address,
): Promise<string[]> {
  const place = placing(address)
  const files: string[] = []
  for (const part of ['client', 'server']) {
    const entries = await readdir(join(code, part), { recursive: true, withFileTypes: true })
    for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
      const from = join(parentPath, name)
      const file = relative(code, from).split(sep).join('/')
      const target = join(release, file)
      await mkdir(dirname(target), { recursive: true })
      if (text.has(extname(name)))
        await writeFile(target, place(await readFile(from, 'utf8')), { flag: 'wx' })
      else await copyFile(from, target, constants.COPYFILE_EXCL)
      files.push(file)
    }
  }
  return files
}
