import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../support/machine/installation.ts'
import { run, type Run } from './run.ts'
import { noticeText } from './texts.ts'

export type { Run }

/** A content folder with so many notices beside the bundled content, and the releases made of it. */
export type Office = {
  folder: string
  content: string
  release: () => Promise<Run>
  publishOne: () => Promise<Run>
  correctOne: () => Promise<Run>
  withdrawOne: () => Promise<Run>
  sizes: () => Promise<{ mb: number; files: number; mbOfAll: number }>
}

const slugsIn = async (list: string) =>
  (
    JSON.parse(await readFile(join(root, 'content', `${list}.json`), 'utf8')) as { slug: string }[]
  ).map(({ slug }) => slug)

/** Megabytes that folders take up on the disk, files that they share counted once. */
async function megabytesOf(...folders: string[]): Promise<number> {
  const { stdout } = await promisify(execFile)('du', ['-cm', ...folders], { maxBuffer: 1e8 })
  return Number(stdout.trim().split('\n').at(-1)?.split('\t')[0])
}

const parts = 'campaigns essays guides media notices regulations videos'.split(' ')

/** The bundled content with so many notices more, in a folder of its own. */
export async function openOffice(size: number): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-scale-'))
  const [content, data] = [join(folder, 'content'), join(folder, 'data')]
  const notices = join(content, 'notices')
  await mkdir(notices, { recursive: true })
  const lists = (await readdir(join(root, 'content'))).filter((name) => name.endsWith('.json'))
  for (const name of [...parts, ...lists])
    await cp(join(root, 'content', name), join(content, name), { recursive: true })
  const given = {
    topics: await slugsIn('topics'),
    regions: await slugsIn('regions'),
    units: await slugsIn('departments'),
  }
  const file = (slug: string) => join(notices, `${slug}.md`)
  for (let nth = 0; nth < size; nth += 1) {
    const { slug, text } = noticeText(nth, size, given)
    await writeFile(file(slug), text)
  }
  const release = () => {
    const script = join(root, 'scripts', 'release.ts')
    const env = { ...process.env, CONTENT_DIR: content, DATA_DIR: data }
    return run([process.execPath, script], env)
  }
  // The program is compiled once for all releases; that is no part of making one.
  const script = join(root, 'scripts', 'build.ts')
  await run([process.execPath, script, '--out', join(folder, 'first')], {
    ...process.env,
    CONTENT_DIR: join(root, 'content'),
    DATA_DIR: join(folder, 'first-data'),
  })
  let turn = 0
  /** One from the middle of the older ones, another each time. */
  const older = () => noticeText(Math.floor(size / 3) + 7 * (turn += 1), size, given)
  return {
    ...{ folder, content, release },
    async publishOne() {
      const { slug, text } = noticeText(size + (turn += 1), size, given)
      const now = new Date().toISOString()
      await writeFile(file(slug), text.replace(/^publishedAt: .*$/m, `publishedAt: ${now}`))
      return release()
    },
    async correctOne() {
      const { slug, text } = older()
      await writeFile(file(slug), text.replace(/^title: /m, 'title: 更正：'))
      return release()
    },
    async withdrawOne() {
      const { slug } = older()
      const list = join(content, 'withdrawn.json')
      const gone = JSON.parse(await readFile(list, 'utf8').catch(() => '[]')) as object[]
      const at = new Date().toISOString()
      gone.push({ path: `/notices/${slug}/`, title: '已撤下的一件', at })
      await writeFile(list, JSON.stringify(gone))
      await rm(file(slug))
      return release()
    },
    async sizes() {
      const releases = join(data, 'releases')
      const current = await realpath(join(releases, 'current'))
      const entries = await readdir(current, { recursive: true, withFileTypes: true })
      const names = (await readdir(releases)).filter((name) => name !== 'current')
      const kept = names.map((name) => join(releases, name))
      return {
        mb: await megabytesOf(current),
        files: entries.filter((entry) => entry.isFile()).length,
        mbOfAll: await megabytesOf(...kept),
      }
    },
  }
}
