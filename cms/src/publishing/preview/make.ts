import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Core } from '@strapi/strapi'
import type { EntryKey } from '../editions/entry.ts'
import { pathOf } from '../editions/edition-store.ts'
import { layout } from '../../environment.ts'
import { runReleaseCommand } from '../releases/run-command.ts'
import { explainFaults, linesOf } from '../snapshot/explain-faults.ts'
import { snapshotPlace, withSnapshot } from '../snapshot/snapshot-place.ts'
import { snapshotWithDraft } from '../snapshot/with-draft.ts'
import { newName, openPreview, sweepPreviews } from './store.ts'

/** Below `/admin`, where the browser sends the cookie that says who looks. */
export const previewPath = '/admin/preview'

type Made = { ok: true; address: string } | { ok: false; reason: string }

let last: Promise<unknown> = Promise.resolve()

async function build(strapi: Core.Strapi, key: EntryKey, slug: string): Promise<Made> {
  const name = newName()
  const folder = join(layout.previews, name)
  const content = `${folder}.content`
  const base = `${previewPath}/${name}`
  try {
    await sweepPreviews(layout.previews)
    const draft = () => snapshotWithDraft(strapi, snapshotPlace, key, content)
    const faults = await withSnapshot(draft)
    if (faults.length > 0)
      return { ok: false, reason: linesOf(await explainFaults(strapi, faults)) }
    const settings = { CONTENT_DIR: content, BASE_PATH: base }
    const args = ['--out', folder, '--preview', pathOf(key.uid, slug)]
    const { outcome, errors } = await runReleaseCommand('build.ts', args, settings)
    if (!outcome.ok) {
      strapi.log.error(`预览没有生成：${errors}`)
      return { ok: false, reason: linesOf(await explainFaults(strapi, outcome.faults)) }
    }
    await openPreview({ folder, uid: key.uid })
    return { ok: true, address: `${base}${pathOf(key.uid, slug)}` }
  } finally {
    await rm(content, { recursive: true, force: true })
  }
}

/**
 * Shows a draft as it would stand on the portal: every page that it changes is made, apart from the real
 * site. One at a time. @returns the address on the CMS, or what keeps the draft from being shown
 */
export async function makePreview(strapi: Core.Strapi, key: EntryKey, slug: string): Promise<Made> {
  const work = last.then(() => build(strapi, key, slug))
  last = work.catch(() => undefined)
  return work
}
