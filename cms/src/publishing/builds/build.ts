import type { Core } from '@strapi/strapi'
import { layout } from '../../environment.ts'
import { emptyOutdated } from '../releases/empty-outdated.ts'
import { runReleaseCommand } from '../releases/run-command.ts'
import { explainFaults } from '../snapshot/explain-faults.ts'
import { heldBack, holdBack } from '../snapshot/hold-back.ts'
import { snapshotPlace, withSnapshot } from '../snapshot/snapshot-place.ts'
import { refreshSnapshot, settleSnapshot, type Refreshed } from '../snapshot/refresh.ts'
import type { Changes } from '../snapshot/scope.ts'
import { readIndex } from '../snapshot/snapshot-index.ts'
import type { Outcome } from './build-queue.ts'

const { folder } = snapshotPlace

/** The machine could not do it: nothing of the content is at fault, and it is worth another try. */
async function broken(strapi: Core.Strapi, reason: string): Promise<Outcome> {
  strapi.log.error(`发布失败：${reason}`)
  return { ok: false, faults: await explainFaults(strapi, []), again: true }
}

/** Makes a release of the snapshot; what cannot be published is taken out of it, and the rest tried again. */
async function releaseOf(strapi: Core.Strapi, signal: AbortSignal): Promise<Outcome> {
  for (;;) {
    const settings = { CONTENT_DIR: folder }
    const { outcome, errors } = await runReleaseCommand('release.ts', [], settings, signal)
    if (outcome.ok) return { ...outcome, held: await heldBack(folder) }
    if (signal.aborted) return { ok: false, faults: [], again: false }
    if (outcome.faults.length === 0) return broken(strapi, errors)
    strapi.log.error(`发布：有内容不能上线：${errors}`)
    const faults = await explainFaults(strapi, outcome.faults)
    const isTakenOut = await withSnapshot(() => holdBack(folder, faults))
    // The content is no better a second time.
    if (!isTakenOut) return { ok: false, faults, again: false }
  }
}

/** Writes the snapshot of a desk that has none yet, or whose last writing was broken off. */
export async function ensureSnapshot(strapi: Core.Strapi, signal: AbortSignal): Promise<void> {
  await withSnapshot(async () => {
    if (await readIndex(folder)) return
    await refreshSnapshot(strapi, snapshotPlace, 'everything', signal)
  }).catch((error: unknown) => {
    if (!signal.aborted) strapi.log.error(`发布：快照没有写成：${String(error)}`)
  })
}

/**
 * Brings the snapshot up to what is published and makes a release of it. An entry that cannot be published does
 * not keep the others from it: citizens see it as it last could be shown, or not at all.
 */
export async function buildRelease(
  strapi: Core.Strapi,
  changes: Changes,
  signal: AbortSignal,
): Promise<Outcome> {
  const started = Date.now()
  let refreshed: Refreshed
  try {
    refreshed = await withSnapshot(() => refreshSnapshot(strapi, snapshotPlace, changes, signal))
  } catch (error) {
    if (signal.aborted) return { ok: false, faults: [], again: false }
    return broken(strapi, (error as Error).stack ?? String(error))
  }
  const outcome = await releaseOf(strapi, signal)
  if (!outcome.ok) return outcome
  // The new release is live whatever becomes of the old ones; the next build tries again.
  await settleSnapshot(folder, refreshed)
  await emptyOutdated(strapi, layout.releases).catch((error: unknown) =>
    strapi.log.error(`发布：旧版本没有清理成：${(error as Error).name}`),
  )
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const { whole, read, changed } = refreshed
  strapi.log.info(
    `发布：${outcome.release} 已上线（${seconds} 秒，${whole ? '全部比对' : '只读有变化的'}：读 ${read} 个文件，改 ${changed} 个）`,
  )
  return outcome
}
