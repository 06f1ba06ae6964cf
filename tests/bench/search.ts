import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { step } from '../../scripts/progress.ts'
import { buildSite } from '../support/release/site-release.ts'
import { askAll } from './search/ask.ts'
import { readCorpus } from './search/corpus.ts'
import { defaultPagefind } from './search/default-pagefind.ts'
import { ours } from './search/ours.ts'
import { score, type Result } from './search/score.ts'

/**
 * `npm run bench -- search --corpus DIR --queries FILE`: builds the index over a folder of `.md`
 * texts, asks every line of FILE in Chromium, and compares what is shown with the texts themselves;
 * beside it the same for Pagefind as it comes. Each index is built `--rounds` times in turn, and the
 * median counts. Last line: one JSON object `{ ours, pagefindDefault }`.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    rounds: { type: 'string', default: '2' },
  },
})
if (!values.corpus || !values.queries) {
  console.error('用法：npm run bench -- search --corpus 文件夹 --queries 文件（每行一个查询）')
  process.exit(1)
}

const corpus = await step('读取文本', () => readCorpus(resolve(values.corpus ?? '')))
const queries = (await readFile(resolve(values.queries), 'utf8'))
  .split(/\r?\n/)
  .map((line) => line.trim())
  .filter(Boolean)
console.error(`  ${corpus.length} 篇，${queries.length} 个查询`)

const work = await mkdtemp(join(tmpdir(), 'bench-search-'))
const release = await step('生成网站', buildSite)
const engines = [ours(corpus, release.folder, work), defaultPagefind(corpus, work)]
const seconds: number[][] = engines.map(() => [])
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const [at, engine] of engines.entries()) {
    const started = performance.now()
    await step(`建立索引：${engine.name}，第 ${round} 次`, engine.index)
    seconds[at]?.push((performance.now() - started) / 1000)
  }
}

const results: Record<string, Result> = {}
for (const [at, engine] of engines.entries()) {
  const site = await engine.serve()
  try {
    const asked = await step(`查询：${engine.name}`, () => askAll(site.url, site.page, queries))
    const found = await step(`全部结果：${engine.name}`, () => engine.findAll(queries, site.url))
    results[engine.name] = score(corpus, queries, asked, found, {
      indexSeconds: median(seconds[at] ?? []),
      indexBytes: await engine.bytes(),
    })
  } finally {
    await site.stop()
  }
}
release.remove()
await rm(work, { recursive: true, force: true })

console.log(JSON.stringify(results, null, 2))
const keys = [
  'pages',
  'indexSeconds',
  'indexBytes',
  'queries',
  'recall',
  'precisionAt10',
  'titleFirst',
  'zeroResults',
  'p50Ms',
  'p95Ms',
  'bytesPerQuery',
] as const
console.log(JSON.stringify(results, [...Object.keys(results), ...keys]))

function median(all: number[]): number {
  const sorted = [...all].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [a = 0, b = 0] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]]
  return (a + b) / 2
}
