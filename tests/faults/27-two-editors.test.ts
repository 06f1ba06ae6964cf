import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Installation } from '../support/machine/installation.ts'
import { sharedInstallation } from '../support/machine/shared-installation.ts'
import { reaches, shows } from '../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/desk/publicity.ts'
import { readInLoop } from '../support/portal/reading-loop.ts'

describe('27 two editors publish while a build runs', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
  })

  it('both go live, nothing is skipped, and no half page is ever served', async (t) => {
    const slugs = ['built-first', 'pressed-meanwhile', 'pressed-at-once']
    const ids: string[] = []
    for (const slug of slugs) {
      ids.push(
        await desk.write(
          desk.author,
          'essay',
          essay(slug, { title: `征文${slug}`, body: `灯塔${slug}。` }),
        ),
      )
    }
    for (const id of ids) await desk.approve('essay', id)
    const [first = '', second = '', third = ''] = ids
    const pages = ['/', '/essays/', '/essays/rss.xml', '/search-index/index.json']
    const reader = readInLoop(installation.portal, pages)
    t.after(() => reader.stop())

    const publish = { kind: 'publish' }
    await desk.take(desk.publisher, 'essay', first, publish)
    await reaches(desk.author, 'essay', first, 'building')
    await Promise.all([
      desk.take(desk.publisher, 'essay', second, publish),
      desk.take(desk.publisher, 'essay', third, publish),
    ])
    for (const id of ids) await reaches(desk.author, 'essay', id, 'live')
    for (const slug of slugs) {
      await shows(installation, `/essays/${slug}/`, slug)
    }
    for (const slug of slugs) await shows(installation, '/essays/', `征文${slug}`)
    const { requests, failed } = await reader.stop()
    assert.deepEqual(failed, [])
    t.diagnostic(`${requests} requests meanwhile, none failed`)
  })
})
