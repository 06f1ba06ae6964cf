import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { environment } from '../site/src/environment.ts'
import { makeRelease } from './build/make-release.ts'
import { report } from './build/outcome.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    preview: { type: 'string' },
    whole: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/**
 * Makes a release out of `CONTENT_DIR`: `node scripts/build.ts [--out DIR] [--preview PATH] [--whole] [--json]`.
 * What is the same as in the release that stands at DIR is taken over from it, unless everything is to be
 * made anew (`--whole`). A preview has the page at PATH, and otherwise only what differs from the live release.
 */
async function build(): Promise<string> {
  const out = resolve(values.out ?? join(environment.root, 'site', 'dist'))
  const { preview, whole } = values
  await makeRelease(environment, out, { preview, ...(!whole && { earlier: out }) })
  return out
}

await report(build, { json: values.json, say: (out) => `完成：${out}` })
