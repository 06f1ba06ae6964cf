import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Core } from '@strapi/strapi'
import { childEnvironment, environment, layout } from '../../environment.ts'
import { isBusy } from './requests.ts'
import { keptReleases } from './kept-releases.ts'
import { outdatedIn, type OutdatedPage } from './outdated-pages.ts'

type WentBack = { ok: true } | { ok: false; reason: string }

/** Why a release with these pages is not gone back to. */
function refusalOf(pages: readonly OutdatedPage[]): string {
  const titles = pages.map(({ title }) => `《${title}》`)
  const some = titles.slice(0, 10).join('、')
  const rest = titles.length > 10 ? `等 ${titles.length} 篇` : ''
  return `这个版本里有后来撤下、或者因个人信息改掉的内容，不能退回：${some}${rest}。请另选一个更晚的版本，或者把要改的内容改好再发布。`
}

/**
 * Shows citizens an earlier release, within a second, and writes down who did it and why. One that
 * would bring back what was withdrawn is refused. What is published afterwards makes a new release of everything as it is then.
 */
export async function goBack(
  strapi: Core.Strapi,
  name: string,
  { by, reason }: { by: string; reason: string },
): Promise<WentBack> {
  const kept = await keptReleases(layout.releases)
  const wanted = kept.find((release) => release.name === name)
  if (!wanted) {
    return { ok: false, reason: '这个版本已经不再保留，请刷新页面后另选一个。' }
  }
  if (await isBusy(strapi)) {
    return { ok: false, reason: '正在生成新版本，请等它上线（约半分钟）后再退回。' }
  }
  const outdated = await outdatedIn(strapi, layout.releases, wanted)
  if (outdated.length > 0) return { ok: false, reason: refusalOf(outdated) }
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
