import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseImport } from '../../contracts/cases/case-import.ts'
import { layout } from '../../environment.ts'
import { sealFile } from '../files/seal-file.ts'
import { readKeyFile } from '../sealed/key-file.ts'
import { openSealed, sealedPath } from '../sealed/sealed-file.ts'

/** What became of a row. `number` is that of the case, '' where there is none. */
export type Outcome = { row: number; number: string; result: string; column: string; words: string }

/** An import as it is kept: nothing of what stands in the file, which lies sealed beside it until it is over. */
export type KeptImport = CaseImport & { sealed: string }

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)
const folderOf = (id: string) => join(layout.caseImports, id)
const day = 86_400_000

/** Keeps what is known of an import: as it was, or as it is, whenever the power fails. */
export async function saveImport(kept: KeptImport): Promise<void> {
  const path = join(folderOf(kept.id), 'import.json')
  await writeFile(`${path}.part`, JSON.stringify(kept), { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** Puts a file away, sealed. @param rest what is known of it */
export async function keepImport(
  bytes: Uint8Array,
  rest: Omit<KeptImport, 'id' | 'sealed'>,
): Promise<KeptImport> {
  const id = randomUUID()
  await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
  const sealed = await sealFile(layout.caseImports, id, {
    ok: true,
    name: 'file',
    type: 'text/plain',
    bytes: Buffer.from(bytes),
  })
  const kept = { ...rest, id, sealed: sealed.id }
  await saveImport(kept)
  return kept
}

/** An import; null where there is none such. */
export async function readImport(id: string): Promise<KeptImport | null> {
  if (!isId(id)) return null
  const text = await readFile(join(folderOf(id), 'import.json'), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as KeptImport)
}

/** The file of an import; null once it is over, or thrown away. */
export async function readImportBytes({ id, sealed }: KeptImport): Promise<Buffer | null> {
  const path = sealedPath(layout.caseImports, id, sealed)
  const plain = await openSealed(path, readKeyFile(layout.identity)).catch(() => null)
  return plain && Buffer.concat(await Array.fromAsync(plain as AsyncIterable<Uint8Array>))
}

/** Erases the file of an import, which is over. */
export async function eraseImportBytes({ id, sealed }: KeptImport): Promise<void> {
  await rm(sealedPath(layout.caseImports, id, sealed), { force: true })
}

/** Erases an import with all that is known of it. */
export async function eraseImport(id: string): Promise<void> {
  await rm(folderOf(id), { recursive: true, force: true })
}

/** All imports, the newest first. Those that nobody began are erased after a week, reports after a year. */
export async function listImports(now: Date): Promise<KeptImport[]> {
  const names = await readdir(layout.caseImports).catch(() => [])
  const kept = (await Promise.all(names.map(readImport))).filter((one) => one !== null)
  const isOld = ({ startedAt, state }: KeptImport) =>
    now.getTime() - new Date(startedAt).getTime() > (state === 'checked' ? 7 : 365) * day
  for (const { id } of kept.filter(isOld)) await eraseImport(id)
  return kept.filter((one) => !isOld(one)).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

/** Keeps what became of some rows; written again, it is the same. @param from the place of the first */
export async function saveOutcomes(id: string, from: number, list: Outcome[]): Promise<void> {
  const name = `outcomes-${String(from).padStart(6, '0')}.json`
  await writeFile(join(folderOf(id), name), JSON.stringify(list), { mode: 0o600 })
}

/** What became of all rows that are done, in order. */
export async function readOutcomes(id: string): Promise<Outcome[]> {
  const names = (await readdir(folderOf(id))).filter((name) => name.startsWith('outcomes-'))
  const parts = await Promise.all(
    names.sort().map((name) => readFile(join(folderOf(id), name), 'utf8')),
  )
  return parts.flatMap((text) => JSON.parse(text) as Outcome[])
}
