import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { root, type Job } from './plan.ts'
import { add, type Tally } from './tally.ts'

const counted = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() })

/**
 * Runs the files of a job in one process, and shows what they say once it has ended. A file alone gets one beside that
 * which counts: the PostgreSQL from npm ends its process before everything is told.
 */
async function runJob(job: Job, countFile: string): Promise<Tally> {
  const counts = new URL('counts.ts', import.meta.url).href
  const args = [
    ...['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--test'],
    `--test-isolation=${job.length > 1 ? 'none' : 'process'}`,
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${counts}`, `--test-reporter-destination=${countFile}`],
  ]
  const child = spawn(process.execPath, [...args, ...job], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  process.stdout.write(Buffer.concat(printed))
  const text = await readFile(countFile, 'utf8').catch(() => '')
  const tally = text ? counted.parse(JSON.parse(text)) : { passed: 0, failed: 0, skipped: 0 }
  // A process that broke is a failure too, whatever passed before.
  if (tally.failed > 0 || (code === 0 && text !== '')) return tally
  console.error(`✖ ${job.join(' ')}: ended with ${code}`)
  return { ...tally, failed: 1 }
}

/** Runs jobs with Node's own runner, so many at a time: much of each may be waiting. */
export async function runNodeTests(jobs: readonly Job[], lanes: number): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'counts-'))
  const waiting = [...jobs.entries()]
  let total: Tally = { passed: 0, failed: 0, skipped: 0 }
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, job] = next
      const tally = await runJob(job, join(folder, `${at}.json`))
      total = add(total, tally)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
    return total
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
