import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse, type HTMLElement } from 'node-html-parser'
import { standIns } from '../../../site/stand-ins.ts'
import { root } from '../machine/installation.ts'

export type BuildResult = { code: number; stderr: string }

/** Runs the build command as an operator does. */
export async function runBuild(
  out: string,
  settings: Record<string, string>,
): Promise<BuildResult> {
  const script = join(root, 'scripts', 'build.ts')
  return promisify(execFile)(process.execPath, [script, '--out', out], {
    cwd: root,
    env: { ...process.env, ...settings },
  }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  )
}

/** A page of a built site, by its address below the base path. */
export type BuiltPage = { path: string; html: string; dom: HTMLElement }

/** Every static page of a release. */
export async function readPages(out: string): Promise<BuiltPage[]> {
  const client = join(out, 'client')
  const files = globSync('**/*.html', { cwd: client })
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(client, file), 'utf8')
      const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`
      return { path, html, dom: parse(html) }
    }),
  )
}

/** What a page says of itself in a `<meta>`; undefined where it says nothing. */
export function meta({ dom }: BuiltPage, name: string): string | undefined {
  return dom.querySelector(`meta[name="${name}"]`)?.getAttribute('content')
}

/** Every address of this or another site that a page names. */
export function addresses({ dom }: BuiltPage): string[] {
  const plain = ['href', 'src', 'poster', 'action'].flatMap((name) =>
    dom.querySelectorAll(`[${name}]`).map((each) => each.getAttribute(name) ?? ''),
  )
  const sets = dom
    .querySelectorAll('[srcset]')
    .flatMap((each) => (each.getAttribute('srcset') ?? '').split(','))
    .map((candidate) => candidate.trim().split(' ')[0] ?? '')
  return [...plain, ...sets]
}

/** Files of a release in which an address stands that the site was only compiled with. */
export function standInsLeft(out: string): string[] {
  const files = globSync('{client,server,content}/**/*.*', { cwd: out })
  return files.filter((file) => {
    const text = readFileSync(join(out, file), 'latin1')
    return Object.values(standIns).some((standIn) => text.includes(standIn))
  })
}
