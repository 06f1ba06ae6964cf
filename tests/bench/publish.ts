import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { install, root } from '../support/machine/installation.ts'
import { essay, openPublicityDesk } from '../support/desk/publicity.ts'
import { words } from '../support/desk/publication-progress.ts'
import { readInLoop } from '../support/portal/reading-loop.ts'
import { until } from '../support/machine/until.ts'
import { quantile } from './scale/quantile.ts'

const publishes = Number(process.env.PUBLISHES ?? 20)
const timeoutSeconds = 120

/** How long a build of the same content takes by itself: what a publication cannot be quicker than. */
async function bareBuild(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-publish-'))
  const command = [join(root, 'scripts', 'build.ts'), '--out', join(folder, 'release')]
  const started = performance.now()
  await promisify(execFile)(process.execPath, command, {
    env: { ...process.env, DATA_DIR: folder },
  })
  const seconds = (performance.now() - started) / 1000
  await rm(folder, { recursive: true, force: true })
  return seconds
}

/**
 * Publishes one entry after another on a real installation, and measures from the answer to the
 * publisher's press until page, list, feed and search index all show it; a reader asks for pages all
 * the while. Beside it, in the same run, the build alone.
 */
async function bench(): Promise<void> {
  const installation = await install()
  try {
    const desk = await openPublicityDesk(installation)
    const reader = readInLoop(installation.portal, [
      '/',
      '/essays/',
      '/notices/',
      '/essays/rss.xml',
    ])
    const seconds: number[] = []
    const builds: number[] = []
    // The first only warms the programs up.
    for (let turn = 0; turn <= publishes; turn += 1) {
      const title = `测速用的文章第${turn}篇`
      const slug = `measured-${turn}`
      const id = await desk.write(desk.author, 'essay', essay(slug, { title }))
      await desk.approve('essay', id)
      const started = performance.now()
      await desk.take(desk.publisher, 'essay', id, { kind: 'publish' })
      await until(`${slug} everywhere`, timeoutSeconds, async () => {
        const page = await words(installation, `/essays/${slug}/`)
        const list = await words(installation, '/essays/')
        const feed = await fetch(`${installation.portal}/essays/rss.xml`).then((r) => r.text())
        const search = await words(installation, `/search/?q=${encodeURIComponent(title)}`)
        const shown = page && [list, feed, search].every((text) => text?.includes(title))
        return shown || undefined
      })
      const took = (performance.now() - started) / 1000
      if (turn > 0) seconds.push(took)
      console.error(`${turn}/${publishes}：${took.toFixed(1)} 秒`)
      if (turn % 5 === 1) builds.push(await bareBuild())
    }
    const { requests, failed } = await reader.stop()
    const round = (value: number) => Number(value.toFixed(2))
    console.log(
      JSON.stringify({
        publishes,
        p50Seconds: round(quantile(seconds, 0.5)),
        p95Seconds: round(quantile(seconds, 0.95)),
        buildSeconds: round(quantile(builds, 0.5)),
        ratioToBuild: round(quantile(seconds, 0.5) / quantile(builds, 0.5)),
        requests,
        failedRequests: failed.length,
      }),
    )
  } finally {
    await installation.stop()
  }
}

await bench()
