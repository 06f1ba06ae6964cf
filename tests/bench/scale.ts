import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { step } from '../../scripts/progress.ts'
import { buildWithHugo } from './scale/hugo.ts'
import { quantile } from './scale/quantile.ts'
import { openOffice, type Office, type Run } from './scale/office.ts'

/**
 * `npm run bench -- scale [--sizes 1000,10000,50000] [--runs 5]`: builds a portal with so many invented
 * notices from nothing, then publishes one more, one corrected and one withdrawn, several times each; beside
 * it Hugo builds the same texts. A release is live when it is swapped in: the time runs from the changed
 * content folder to there, and does not hold what the desk does before. Last line: one JSON object.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '5' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const runs = Number(values.runs)
const round = (value: number) => Number(value.toFixed(2))

async function several(title: string, publish: () => Promise<Run>) {
  const made: Run[] = []
  for (let turn = 1; turn <= runs; turn += 1)
    made.push(await step(`${title}，第 ${turn} 次`, publish))
  const seconds = made.map((run) => run.seconds)
  return {
    p50: round(quantile(seconds, 0.5)),
    p95: round(quantile(seconds, 0.95)),
    processor: round(
      quantile(
        made.map((run) => run.processorSeconds),
        0.5,
      ),
    ),
    peak: Math.max(...made.map((run) => run.peakMb)),
  }
}

async function measure(office: Office, size: number) {
  const full = await step(`${size} 件，从头生成`, office.release)
  const more = await several(`${size} 件，多一件`, office.publishOne)
  const corrected = await several(`${size} 件，改一件`, office.correctOne)
  const withdrawn = await several(`${size} 件，撤一件`, office.withdrawOne)
  const { mb, files, mbOfAll } = await office.sizes()
  return {
    fullSeconds: round(full.seconds),
    fullProcessorSeconds: round(full.processorSeconds),
    oneMoreP50Seconds: more.p50,
    oneMoreP95Seconds: more.p95,
    oneMoreProcessorSeconds: more.processor,
    correctedP50Seconds: corrected.p50,
    correctedP95Seconds: corrected.p95,
    withdrawnP50Seconds: withdrawn.p50,
    withdrawnP95Seconds: withdrawn.p95,
    releaseMb: mb,
    files,
    keptReleasesMb: mbOfAll,
    peakRssMb: Math.max(full.peakMb, more.peak, corrected.peak, withdrawn.peak),
  }
}

const results: Record<string, unknown> = {}
const hugo: Record<string, unknown> = {}
for (const size of sizes) {
  const office = await step(`${size} 件，写文件`, () => openOffice(size))
  try {
    results[size] = await measure(office, size)
    hugo[size] = await step(`${size} 件，Hugo`, () => buildWithHugo(office))
  } finally {
    await rm(office.folder, { recursive: true, force: true })
  }
}
console.error(
  '多一件、改一件、撤一件：从内容文件夹变了，到新版换上为止；工作台在这之前做的不算在内。',
)
console.log(JSON.stringify({ ...results, hugo }))
