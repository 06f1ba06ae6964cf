import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { install, type Installation } from '../support/installation.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/publicity.ts'
import { until } from '../support/until.ts'

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

describe('publishing by the clock', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
  })
  after(() => installation.stop())

  const standing = (documentId: string) => desk.standing(desk.publisher, 'essay', documentId)
  const reaches = (documentId: string, state: string) =>
    until(`the state ${state}`, 120, async () => {
      const now = await standing(documentId)
      return now.state === state ? now : undefined
    })
  const approved = async (slug: string) => {
    const documentId = await desk.write(desk.author, 'essay', essay(slug))
    await desk.approve('essay', documentId)
    return documentId
  }
  const take = (documentId: string, step: object) =>
    desk.take(desk.publisher, 'essay', documentId, step)

  it('publishes at the time, once, and withdraws at the time', async () => {
    const documentId = await approved('by-the-clock')
    await take(documentId, { kind: 'schedule', at: soon(3) })
    const out = await reaches(documentId, 'published')
    assert.equal(out.live, 1)
    assert.equal(out.editions.length, 1)
    assert.equal(out.steps[0]?.reason, '到时间自动发布')
    assert.equal(out.steps[0]?.who, '发布管理')
    const page = `${installation.portal}/essays/by-the-clock/`
    await until('the page', 120, async () => (await fetch(page)).ok || undefined)

    const words = { reason: '活动结束', note: '活动已经结束。' }
    await take(documentId, { kind: 'expire', at: soon(3), ...words })
    const gone = await reaches(documentId, 'withdrawn')
    assert.deepEqual(
      [gone.live, gone.withdrawAt, gone.editions[0]?.fate],
      [null, null, 'withdrawn'],
    )
    await until('the page to go', 120, async () => !(await fetch(page)).ok || undefined)
  })

  it('publishes what was changed after it was scheduled at the same time, once it is approved again', async () => {
    const documentId = await approved('changed-later')
    await take(documentId, { kind: 'schedule', at: soon(3_600) })
    const { publishAt } = await standing(documentId)
    await desk.save(desk.author, 'essay', documentId, { title: '后来改的标题' })
    const changed = await standing(documentId)
    assert.deepEqual(
      [changed.state, changed.publishAt, changed.resumeAt],
      ['draft', null, publishAt],
    )
    await desk.approve('essay', documentId)
    const again = await standing(documentId)
    assert.deepEqual([again.state, again.publishAt], ['scheduled', publishAt])
    assert.match(again.steps[0]?.reason ?? '', /^仍定于.*发布$/)
    await take(documentId, { kind: 'unschedule' })
    assert.equal((await standing(documentId)).state, 'approved')
  })

  it('does not publish a changed text that nobody has approved by the time, and says so', async () => {
    const documentId = await approved('changed-too-late')
    await take(documentId, { kind: 'schedule', at: soon(4) })
    await desk.save(desk.author, 'essay', documentId, { title: '没有审过的标题' })
    const told = await until('the time', 60, async () => {
      const now = await standing(documentId)
      return now.failure ? now : undefined
    })
    assert.deepEqual([told.state, told.live, told.resumeAt], ['draft', null, null])
    assert.match(told.failure ?? '', /到时改过的稿子还没有审核通过，没有发布/)
    assert.equal(told.steps[0]?.word, '定时发布没有成功')
  })

  it('shows a schedule that the checks refused, with the reason, and does not lose it', async () => {
    const path = '/content-manager/single-types/api::settings.settings'
    const { body } = await desk.publisher.call('GET', path)
    const { data } = body as { data: { phone: string } }
    // The office's own number may stand in any text; when the office gives it up, it may not.
    const given = '13800138000'
    await desk.publisher.call('PUT', path, { phone: given })
    const entry = essay('call-the-office', { body: `请拨打 ${given} 咨询。` })
    const documentId = await desk.write(desk.author, 'essay', entry)
    await desk.approve('essay', documentId)
    await take(documentId, { kind: 'schedule', at: soon(4) })
    await desk.publisher.call('PUT', path, { phone: data.phone })

    const failed = await reaches(documentId, 'approved')
    assert.match(failed.failure ?? '', /正文（电话号码）/)
    assert.ok(!failed.failure?.includes(given), 'the record does not repeat it')
    assert.deepEqual([failed.live, failed.publishAt], [null, null])
    assert.equal(failed.steps[0]?.word, '定时发布没有成功')
    const digests = failed.hits.map(({ digest }) => digest)
    const override = { kind: 'override', reason: '值班手机，已公开', digests }
    const own = await desk.attempt(desk.author, 'essay', documentId, override)
    assert.equal(own.status, 403)
    await desk.take(desk.reviewer, 'essay', documentId, override)
    await take(documentId, { kind: 'publish' })
    assert.equal((await standing(documentId)).live, 1)
  })

  it('makes up for a time that passed while it was down', async () => {
    const documentId = await approved('while-it-was-down')
    const at = soon(6)
    await take(documentId, { kind: 'schedule', at })
    await installation.restart(async () => {
      assert.ok(Date.now() < Date.parse(at), 'down before the time')
      await until('the time', 30, async () => Date.now() > Date.parse(at) || undefined)
    })
    desk = await openPublicityDesk(installation)
    const { live, editions } = await reaches(documentId, 'published')
    assert.deepEqual([live, editions.length], [1, 1])
  })
})
