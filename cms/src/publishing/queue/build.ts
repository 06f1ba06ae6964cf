import type { Core } from '@strapi/strapi'
import { layout, workdaysFile } from '../../environment.ts'
import { explainFaults } from '../snapshot/explain-faults.ts'
import { emptyOutdated } from '../releases/empty-outdated.ts'
import { runReleaseCommand } from '../releases/run-command.ts'
import type { Outcome } from './queue.ts'
import { SnapshotError, writeSnapshot } from '../snapshot/snapshot.ts'

/** Writes the snapshot and makes a release of it. */
export async function buildRelease(strapi: Core.Strapi, signal: AbortSignal): Promise<Outcome> {
  const started = Date.now()
  try {
    await writeSnapshot(strapi, layout.snapshot, layout.cmsPublic, workdaysFile)
  } catch (error) {
    if (error instanceof SnapshotError)
      return { ok: false, faults: await explainFaults(strapi, error.faults), again: false }
    const { message, stack } = error as Error
    strapi.log.error(`发布失败：${stack ?? message}`)
    return { ok: false, faults: await explainFaults(strapi, []), again: true }
  }
  const settings = { CONTENT_DIR: layout.snapshot }
  const { outcome, errors } = await runReleaseCommand('release.ts', [], settings, signal)
  if (!outcome.ok) {
    if (!signal.aborted) strapi.log.error(`发布失败：${errors}`)
    // The content is no better a second time; the machine may be.
    const again = outcome.faults.length === 0
    return { ok: false, faults: await explainFaults(strapi, outcome.faults), again }
  }
  // The new release is live whatever becomes of the old ones; the next build tries again.
  await emptyOutdated(strapi, layout.releases).catch((error: unknown) =>
    strapi.log.error(`发布：旧版本没有清理成：${(error as Error).name}`),
  )
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  strapi.log.info(`发布：${outcome.release} 已上线（${seconds} 秒）`)
  return outcome
}
