import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { step } from '../../scripts/progress.ts'
import { createDataDir, pointTo, startPortal } from '../support/portal/portal.ts'
import { buildSite } from '../support/release/site-release.ts'
import { askPortal, askServer } from './questions/portal.ts'
import { askPagefind } from './questions/pagefind.ts'
import { readJudged, score } from './questions/judged.ts'

/**
 * `npm run bench -- questions --queries FILE`: asks the built portal what people type, in Chromium and,
 * without JavaScript, the server; beside it Pagefind as it comes, over the same pages. Each line of FILE
 * is a query, a tab, and the addresses that answer it, the best first; `-` where nothing does. Last
 * line: one JSON object `{ ours, pagefindDefault }`.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: { queries: { type: 'string' }, misses: { type: 'boolean', default: false } },
})
if (!values.queries) {
  console.error('用法：npm run bench -- questions --queries 文件（每行：查询、制表符、地址或 -）')
  process.exit(1)
}
const judged = readJudged(await readFile(resolve(values.queries), 'utf8'))
const queries = judged.map(({ query }) => query)

const release = await step('生成网站', buildSite)
const data = await createDataDir()
pointTo(data.path, release.folder)
const portal = await startPortal(data.path)
const [ours, noScript, pagefindDefault] = await (async () => {
  try {
    return [
      await step('浏览器里查', () => askPortal(portal.url, queries)),
      await step('不用脚本查', () => askServer(portal.url, queries)),
      await step('Pagefind 原样查', () => askPagefind(release.folder, queries)),
    ] as const
  } finally {
    await portal.stop()
    data.remove()
    release.remove()
  }
})()

if (values.misses) {
  for (const [at, { query, right }] of judged.entries()) {
    const shown = ours[at]
    const rank = score.rankOf(right, shown?.addresses ?? [])
    if (right.length > 0 && rank > 2)
      console.error(`${rank}\t${query}\t${shown?.addresses.slice(0, 3).join(' ')}`)
  }
}
console.log(
  JSON.stringify({
    ours: { ...score.of(judged, ours), noScript: score.of(judged, noScript) },
    pagefindDefault: score.of(judged, pagefindDefault),
  }),
)
