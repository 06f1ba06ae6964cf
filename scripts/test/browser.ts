import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { requireChromium } from './chromium.ts'
import type { Tally } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** Runs the end-to-end tests in real Chromium. A test that passes only when repeated counts as failed. */
export async function runBrowserTests(): Promise<Tally> {
  const chromium = await requireChromium()
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'))
  const output = join(folder, 'report.json')
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter', 'list,json']
  await new Promise<void>((resolve, reject) => {
    const child = spawn('playwright', args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: output, CHROMIUM: chromium },
    })
    child.on('error', reject)
    child.on('close', () => resolve())
  })
  const text = await readFile(output, 'utf8').catch(() => null)
  await rm(folder, { recursive: true, force: true })
  // No report means that the run itself broke, which is a failure too.
  if (text === null) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = report.parse(JSON.parse(text))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }
}
