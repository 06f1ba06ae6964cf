import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { install, type Installation } from '../../support/machine/installation.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { until } from '../../support/machine/until.ts'

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

  it('refuses times that are over, too far or none, and takes the last of several', async () => {
    const documentId = await approved('odd-times')
    const attempt = (at: unknown) =>
      desk.attempt(desk.publisher, 'essay', documentId, { kind: 'schedule', at })
    for (const at of [soon(-60), soon(-1), soon(400 * 86_400), '1970-01-01T00:00:00Z']) {
      const { status, body } = await attempt(at)
      assert.equal(status, 400, at)
      assert.match(JSON.stringify(body), /时间要晚于现在|最远只能定在一年以内/)
    }
    for (const at of ['', '明天', '2027-02-30T09:00:00+08:00', '2027-13-01', 0, null, [soon(60)]]) {
      const { status } = await attempt(at)
      assert.equal(status, 400, String(at))
    }
    assert.equal((await standing(documentId)).state, 'approved')

    await take(documentId, { kind: 'schedule', at: soon(3) })
    const later = soon(3_600)
    await take(documentId, { kind: 'schedule', at: later })
    const other = await approved('after-the-first-time')
    await take(other, { kind: 'schedule', at: soon(5) })
    await reaches(other, 'published')
    const { state, publishAt, live } = await standing(documentId)
    assert.deepEqual([state, publishAt, live], ['scheduled', later, null])
  })

  it('publishes nothing again that was withdrawn by hand after its next version was scheduled', async () => {
    const documentId = await approved('withdrawn-meanwhile')
    await take(documentId, { kind: 'publish' })
    await desk.save(desk.author, 'essay', documentId, { title: '下一版的标题' })
    await desk.approve('essay', documentId)
    await take(documentId, { kind: 'schedule', at: soon(20) })
    const words = { reason: '写到了个人的情况', note: '内容有误，已经撤下。' }
    await take(documentId, { kind: 'withdraw', ...words })
    const { state, publishAt, live, failure } = await standing(documentId)
    assert.deepEqual([state, publishAt, live], ['approved', null, null])
    assert.match(failure ?? '', /撤下.*取消/)

    // One whose changed draft waits for its second approval, likewise.
    const changed = await approved('withdrawn-while-changed')
    await take(changed, { kind: 'publish' })
    await desk.save(desk.author, 'essay', changed, { title: '第二版' })
    await desk.approve('essay', changed)
    await take(changed, { kind: 'schedule', at: soon(3_600) })
    await desk.save(desk.author, 'essay', changed, { title: '又改过的第二版' })
    await take(changed, { kind: 'withdraw', ...words })
    assert.deepEqual((await standing(changed)).resumeAt, null)
    await desk.approve('essay', changed)
    assert.equal((await standing(changed)).state, 'approved')
  })

  it('leaves no time behind of an entry that is deleted', async () => {
    const documentId = await approved('deleted-while-scheduled')
    await take(documentId, { kind: 'schedule', at: soon(4) })
    const path = `/content-manager/collection-types/api::essay.essay/${documentId}`
    const { status } = await desk.publisher.call('DELETE', path)
    assert.equal(status, 200)
    const other = await approved('after-the-deletion')
    await take(other, { kind: 'schedule', at: soon(6) })
    await reaches(other, 'published')
    const page = `${installation.portal}/essays/deleted-while-scheduled/`
    assert.equal((await fetch(page)).status, 404)
    assert.doesNotMatch(
      await readFile(join(installation.dataDir, 'logs', 'cms.log'), 'utf8'),
      /定时发布没有办成/,
    )
  })

  it('makes up for a time that passed while it was down', async () => {
    const documentId = await approved('while-it-was-down')
    await take(documentId, { kind: 'schedule', at: soon(3_600) })
    await installation.restart(async () => {
      // The hour passes: however slow the machine, it is down when the time comes.
      const database = new Database(join(installation.dataDir, 'cms', 'cms.db'))
      const { changes } = database
        .prepare('update workflows set publish_at = publish_at - 3600000 where entry = ?')
        .run(documentId)
      database.close()
      assert.equal(changes, 1)
    })
    desk = await openPublicityDesk(installation)
    const { live, editions } = await reaches(documentId, 'published')
    assert.deepEqual([live, editions.length], [1, 1])
  })
})
