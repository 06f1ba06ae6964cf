import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keep, type Assembly } from '../release/assembly.ts'
import { placeSite, type Address } from './compiled-site.ts'
import { describeReleaseFile } from '../release/write-file.ts'
import { mapConcurrently } from '../map-concurrently.ts'

/** The key of the program's own files: the frame tells whether they are the same. */
const key = 'program'

/**
 * Puts what the compiled site brings into a release that has nothing yet.
 * @param code the folder of the compiled site
 */
export async function putProgram(
  assembly: Assembly,
  code: string,
  address: Address,
): Promise<void> {
  const { output, before, files } = assembly
  const own = [...(before?.files ?? [])].filter(([, facts]) => facts.key === key)
  const lost = keep(
    assembly,
    own.map(([file]) => ({ file, key })),
  )
  if (own.length > 0 && lost.length === 0) return
  files.clear()
  for (const part of ['client', 'server']) {
    await rm(join(output.release, part), { recursive: true, force: true })
  }
  const placed = await placeSite(code, output.release, address)
  assembly.add(await mapConcurrently(placed, (file) => describeReleaseFile(output, { file, key })))
}
