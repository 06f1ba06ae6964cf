import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Core } from '@strapi/strapi'
import { childEnvironment, environment, layout } from '../environment.ts'
import { isBusy } from './going-live.ts'
import { keptReleases } from './kept.ts'

export type WentBack = { ok: true } | { ok: false; reason: string }

/**
 * Shows citizens an earlier release, within a second, and writes down who did it and why. What is
 * published afterwards makes a new release of everything as it is then.
 */
export async function goBack(
  strapi: Core.Strapi,
  name: string,
  { by, reason }: { by: string; reason: string },
): Promise<WentBack> {
  const kept = await keptReleases(layout.releases)
  if (!kept.some((release) => release.name === name)) {
    return { ok: false, reason: '这个版本已经不再保留，请刷新页面后另选一个。' }
  }
  if (await isBusy(strapi)) {
    return { ok: false, reason: '正在生成新版本，请等它上线（约半分钟）后再退回。' }
  }
  const script = join(environment.root, 'scripts', 'release.ts')
  await promisify(execFile)(process.execPath, [script, '--to', name], {
    cwd: environment.root,
    env: childEnvironment({}),
  })
  const at = new Date().toISOString()
  await strapi.db.query('api::build-request.build-request').create({
    data: {
      state: 'live',
      cause: 'go back',
      release: name,
      note: `${by}：${reason}`,
      finishedAt: at,
    },
  })
  strapi.log.info(`发布：已退回版本 ${name}`)
  return { ok: true }
}
