import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { environment } from '../site/src/server/environment.ts'
import { makeRelease } from './build/make.ts'
import { report } from './build/outcome.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    preview: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/** Makes a release out of `CONTENT_DIR`: `node scripts/build.ts [--out DIR] [--preview] [--json]`. */
async function build(): Promise<string> {
  const out = resolve(values.out ?? join(environment.root, 'site', 'dist'))
  await makeRelease(environment, out, values.preview)
  return out
}

await report(build, { json: values.json, say: (out) => `完成：${out}` })
