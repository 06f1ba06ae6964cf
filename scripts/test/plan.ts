import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files that one process runs, one after the other. */
export type Job = readonly string[]

/** What several files share while one process runs them, by the module that they have it from. */
const shared = ['shared-installation.ts', 'shared-desk.ts']

/** Those that take longest begin first, so that no processor waits for one of them at the end. */
const longest = [
  'case/record',
  'case/vault-settle',
  'attachments/unkept-files',
  'server/start-command',
  'publishing/editions-schedule',
  'publishing/media',
  'faults/26-broken-entry',
  'faults/34-back-after-withdrawal',
  'faults/35-stolen-disk',
  'faults/33-named-units',
  'faults/38-lost-form',
  'faults/37-hammered-number',
]

async function filesOf(folder: string): Promise<string[]> {
  return (await Array.fromAsync(glob(`${folder}/**/*.test.ts`, { cwd: root }))).sort()
}

/** Parts a list into so many, each with every so manyth. */
function deal(files: readonly string[], count: number): Job[] {
  const parts = Array.from({ length: count }, (_, part) =>
    files.filter((_file, at) => at % count === part),
  )
  return parts.filter((part) => part.length > 0)
}

/**
 * Unit tests need nothing of their own, so that few processes run them: to start one and load what it
 * tests takes longer than most tests do.
 */
export const planUnits = async (): Promise<Job[]> => deal(await filesOf('tests/unit'), 4)

/** Each file of the folders by itself, but those together that share what is started; the longest first. */
export async function planServed(folders: readonly string[]): Promise<Job[]> {
  const files = (await Promise.all(folders.map(filesOf))).flat()
  const isLong = (file: string) => longest.some((name) => file.includes(`/${name}`))
  const ordered = [...files.filter(isLong), ...files.filter((file) => !isLong(file))]
  const jobs = new Map<string, string[]>()
  for (const module of shared) jobs.set(module, [])
  for (const file of ordered) {
    const text = await readFile(join(root, file), 'utf8')
    const module = shared.find((name) => text.includes(`/${name}'`)) ?? file
    jobs.set(module, [...(jobs.get(module) ?? []), file])
  }
  return [...jobs.values()].filter((job) => job.length > 0)
}
