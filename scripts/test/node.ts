import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import type { Tally } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs the tests of folders, one after the other, with Node's own runner; four files at a time, for
 * much of each is waiting.
 */
export async function runNodeTests(folders: readonly string[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  const files: string[] = []
  for (const folder of folders) {
    const found = await Array.fromAsync(glob(`${folder}/**/*.test.ts`, { cwd: root }))
    files.push(...found.sort().map((file) => join(root, file)))
  }
  if (files.length === 0) return tally
  const stream = run({
    files,
    concurrency: 4,
    cwd: root,
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  })
  const isTest = (details: { type?: string }) => details.type !== 'suite'
  stream.on('test:pass', ({ details, skip, todo }) => {
    if (!isTest(details)) return
    if (skip !== undefined || todo !== undefined) tally.skipped += 1
    else tally.passed += 1
  })
  stream.on('test:fail', ({ details }) => {
    if (isTest(details)) tally.failed += 1
  })
  await new Promise((resolve, reject) => {
    stream.compose(new spec()).on('end', resolve).on('error', reject).pipe(process.stdout)
  })
  return tally
}
