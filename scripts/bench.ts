import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = join(import.meta.dirname, '..', 'tests', 'bench')

/** Runs a benchmark by name: `npm run bench -- NAME`. Its last line on the standard output is JSON. */
async function bench(name: string | undefined): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  const known = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
  if (name === undefined || !known.includes(name)) {
    console.error(`用法：npm run bench -- 名称。可用的名称：${known.join('、')}`)
    process.exitCode = 2
    return
  }
  await import(pathToFileURL(join(folder, `${name}.ts`)).href)
}

await bench(process.argv[2])
