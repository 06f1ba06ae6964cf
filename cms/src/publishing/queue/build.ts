import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { childEnvironment, environment, layout, workdaysFile } from '../../environment.ts'
import { explainFailure } from '../snapshot/explain-faults.ts'
import { hollowOutdated } from '../releases/empty-outdated.ts'
import type { Outcome } from './queue.ts'
import { SnapshotError, writeSnapshot } from '../snapshot/snapshot.ts'

/** So many characters of its complaints are read; each fault is a line. */
const mostRead = 20_000

/** What the command said: the release's name, or why there is none. */
type Told = { ok: true; release: string } | { ok: false; failure: string; again: boolean }

/** Runs the release command on the snapshot. Its last line names the release; its errors are for staff. */
function runRelease(signal: AbortSignal): Promise<Told> {
  return new Promise((resolve) => {
    const command = [join(environment.root, 'scripts', 'release.ts')]
    const child = spawn(process.execPath, command, {
      cwd: environment.root,
      env: childEnvironment({ CONTENT_DIR: layout.snapshot }),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.on('error', (error) => resolve({ ok: false, failure: error.message, again: false }))
    child.on('close', (code) => {
      const release = output.trim().split('\n').at(-1) ?? ''
      if (code === 0) resolve({ ok: true, release })
      else resolve({ ok: false, failure: complaint.trim().slice(0, mostRead), again: true })
    })
  })
}

/** Writes the snapshot and makes a release of it. */
export async function buildRelease(strapi: Core.Strapi, signal: AbortSignal): Promise<Outcome> {
  const started = Date.now()
  try {
    await writeSnapshot(strapi, layout.snapshot, layout.cmsPublic, workdaysFile)
  } catch (error) {
    const again = !(error instanceof SnapshotError)
    const { message, stack } = error as Error
    if (again) strapi.log.error(`发布失败：${stack ?? message}`)
    return { ok: false, faults: await explainFailure(strapi, message), again }
  }
  const told = await runRelease(signal)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  if (told.ok) {
    // The new release is live whatever becomes of the old ones; the next build tries again.
    await hollowOutdated(strapi, layout.releases).catch((error: unknown) =>
      strapi.log.error(`发布：旧版本没有清理成：${(error as Error).name}`),
    )
    strapi.log.info(`发布：${told.release} 已上线（${seconds} 秒）`)
    return told
  }
  if (!signal.aborted) strapi.log.error(`发布失败：${told.failure}`)
  return { ok: false, faults: await explainFailure(strapi, told.failure), again: told.again }
}
