import { deliverTo } from './import/deliver.ts'
import { loadLaw } from './import/load.ts'
import { settleSlugs } from './import/slugs.ts'
import { readOptions, usage, type ImportOptions } from './import/options.ts'
import type { ImportResult } from './import/import-result.ts'
import { writeTo } from './import/write.ts'

/** Tells of a long run on the error stream: the standard output is for the outcomes alone. */
function progress(done: number, all: number): void {
  if (all > 50 && done % 100 === 0) process.stderr.write(`已读 ${done} / ${all}\n`)
}

/** Reads every file, then writes or delivers what could be read, and prints one line a file. */
async function run(options: ImportOptions): Promise<boolean> {
  const loaded = []
  for (const file of options.files) {
    loaded.push(await loadLaw(file, options.slug))
    progress(loaded.length, options.files.length)
  }
  const put = options.out ? writeTo(options.out) : await deliverTo(process.env)
  let clean = true
  for (const item of settleSlugs(loaded)) {
    const outcome: ImportResult = item.ok ? await put(item) : item.refused
    if ('error' in outcome) clean = false
    process.stdout.write(`${JSON.stringify(outcome)}\n`)
  }
  return clean
}

const options = readOptions(process.argv.slice(2), process.env)
if (options.ok) {
  process.exitCode = (await run(options)) ? 0 : 1
} else {
  process.stderr.write(`${options.problem}\n\n${usage}\n`)
  process.exitCode = 2
}
