import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import { install, type Installation } from '../../support/machine/installation.ts'
import { openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { collection, signIn } from '../../support/desk/staff.ts'

let installation: Installation
let desk: PublicityDesk
before(async () => {
  installation = await install()
  desk = await openPublicityDesk(installation)
})
after(() => installation.stop())

test('a column is as old as the dates that its readers see, whenever it was brought in', async () => {
  const list = await desk.author.call('GET', `${collection('essay')}?pageSize=100`)
  const { results } = list.body as {
    results: { documentId: string; publicationTime: string }[]
  }
  // The bundled essays were all brought in just now; what is left was written a month ago or earlier.
  const monthAgo = Date.now() - 30 * dayMs
  const kept = results.filter(({ publicationTime }) => Date.parse(publicationTime) < monthAgo)
  assert.ok(kept.length > 0)
  for (const { documentId } of results.filter((row) => !kept.includes(row))) {
    const step = { kind: 'withdraw', reason: '测试', note: '测试撤下。' }
    await desk.take(desk.publisher, 'essay', documentId, step)
  }
  const newest = Math.max(...kept.map(({ publicationTime }) => Date.parse(publicationTime)))
  const { body } = await desk.author.call('GET', '/desk/home')
  const { findings } = body as { findings: { kind: string; column: string; days: number }[] }
  const essays = findings.find(({ column }) => column === '征文与文章')
  assert.deepEqual(
    [essays?.kind, essays?.days],
    ['stale', Math.floor((Date.now() - newest) / dayMs)],
  )
})

test('the administrator is told what does not go on by itself, and nobody else', async () => {
  const administrator = await signIn(installation, 'administrator')
  const { status, body } = await administrator.call('GET', '/desk/home/watch')
  assert.equal(status, 200)
  const watch = body as Record<string, unknown>
  assert.match(String(watch.portal), /^http:\/\/[^/]+\/$/)
  assert.match(String(watch.firstLogin), /first-login\.json$/)
  assert.deepEqual(
    [
      watch.quarantined,
      watch.untold,
      watch.unmailed,
      watch.faulty,
      watch.lostFiles,
      watch.faults,
      watch.goneBack,
    ],
    [0, 0, 0, 0, 0, [], false],
  )
  assert.equal(watch.sendsMails, false)
  const details = await administrator.call('GET', '/desk/home/watch/details')
  assert.deepEqual(details.body, {
    ...{ quarantined: [], lostFiles: [], untold: [], unmailed: [], broken: [] },
  })
  for (const staff of [desk.author, desk.publisher, await signIn(installation, 'case-clerk')]) {
    for (const path of ['/desk/home/watch', '/desk/home/watch/details']) {
      assert.equal((await staff.call('GET', path)).status, 403)
    }
  }
})
