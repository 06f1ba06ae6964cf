import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { environment } from '../site/src/server/environment.ts'
import { makeRelease, tellFault } from './build/make.ts'

/** Makes a release out of `CONTENT_DIR`: `node scripts/build.ts [--out DIR] [--preview]`. */
async function build(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, preview: { type: 'boolean', default: false } },
  })
  const out = resolve(values.out ?? join(environment.root, 'site', 'dist'))
  await makeRelease(environment, out, values.preview)
  console.log(`完成：${out}`)
}

try {
  await build()
} catch (error) {
  console.error('没有生成新版，原来的网站没有动。')
  console.error(tellFault(error))
  process.exitCode = 1
}
