import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { signIn } from '../../support/desk/staff.ts'

describe('the way of an entry to citizens', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
  })

  const refused = async (step: object, status: number, pattern: RegExp) => {
    const answer = await desk.attempt(desk.publisher, 'essay', documentId, step)
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    assert.match((answer.body as { error: { message: string } }).error.message, pattern)
  }
  let documentId = ''
  const state = async () => (await desk.standing(desk.author, 'essay', documentId)).state

  it('is written by one, returned and approved by another, published by a third', async () => {
    const { author, reviewer, publisher } = desk
    documentId = await desk.write(author, 'essay', essay('the-way-of-an-essay'))
    assert.equal(await state(), 'draft')
    await refused({ kind: 'publish' }, 409, /状态已经变化/)
    await desk.take(author, 'essay', documentId, { kind: 'submit' })
    await desk.take(reviewer, 'essay', documentId, { kind: 'return', reason: '请补上日期' })
    await desk.save(author, 'essay', documentId, { body: '第一句话。补上了日期。' })
    assert.equal(await state(), 'returned')
    await desk.publish('essay', documentId)

    const standing = await desk.standing(publisher, 'essay', documentId)
    assert.deepEqual([standing.state, standing.live], ['published', 1])
    assert.deepEqual(standing.steps.map(({ who, word }) => `${who}：${word}`).reverse(), [
      '宣传编辑：修改草稿',
      '宣传编辑：提交审核',
      '宣传审核：退回修改',
      '宣传编辑：提交审核',
      '宣传审核：审核通过',
      '发布管理：发布',
    ])
    assert.equal(standing.steps.find(({ word }) => word === '退回修改')?.reason, '请补上日期')
  })

  it('is not approved by who wrote it, whatever the role; the administrator neither', async () => {
    const { publisher } = desk
    const administrator = await signIn(installation, 'administrator')
    for (const [index, staff] of [publisher, administrator].entries()) {
      const mine = await desk.write(staff, 'essay', essay(`written-alone-${index}`))
      await desk.take(staff, 'essay', mine, { kind: 'submit' })
      const answer = await desk.attempt(staff, 'essay', mine, { kind: 'approve' })
      assert.equal(answer.status, 403)
      assert.match((answer.body as { error: { message: string } }).error.message, /另一位同事/)
      await desk.take(desk.reviewer, 'essay', mine, { kind: 'approve' })
      await desk.take(staff, 'essay', mine, { kind: 'publish' })
    }
  })

  it('loses its approval when the text changes, and keeps it when it is saved unchanged', async () => {
    const { author, publisher } = desk
    const text = { body: '第一句话。第三句话。' }
    await desk.save(author, 'essay', documentId, text)
    await desk.approve('essay', documentId)
    await desk.save(publisher, 'essay', documentId, text)
    assert.equal(await state(), 'approved')
    await desk.save(publisher, 'essay', documentId, { body: '第一句话。夹带的一句。' })
    assert.equal(await state(), 'draft')
    await refused({ kind: 'publish' }, 409, /状态已经变化/)
    await desk.save(author, 'essay', documentId, text)
    await desk.publish('essay', documentId)
  })

  it('is refused at submission with the field at fault', async () => {
    const { author } = desk
    const faulty = await desk.write(author, 'essay', essay('faulty', { articles: '第三十四条' }))
    const answer = await desk.attempt(author, 'essay', faulty, { kind: 'submit' })
    assert.equal(answer.status, 409)
    const { message } = (answer.body as { error: { message: string } }).error
    assert.match(message, /“测试用的征文”还不能发布。涉及条文/)
  })

  it('can be compared, version by version, and restored by the same two people', async () => {
    const { author, publisher } = desk
    const path = `/desk/editions/api::essay.essay/${documentId}/comparison`
    const { body } = await author.call('GET', `${path}?from=1&to=2`)
    const { fields } = body as {
      fields: { label: string; pieces: { kind: string; text: string }[] }[]
    }
    assert.deepEqual(
      fields.map(({ label }) => label),
      ['正文'],
    )
    assert.deepEqual(fields[0]?.pieces, [
      { kind: 'same', text: '第一句话。' },
      { kind: 'removed', text: '补上了日期' },
      { kind: 'added', text: '第三句话' },
      { kind: 'same', text: '。' },
    ])
    assert.equal((await author.call('GET', `${path}?from=1&to=9`)).status, 404)

    await refused({ kind: 'restore', edition: 2 }, 409, /相同/)
    await refused({ kind: 'restore', edition: 9 }, 400, /没有这个历史版本/)
    await desk.take(publisher, 'essay', documentId, { kind: 'restore', edition: 1, submit: true })
    assert.equal(await state(), 'submitted')
    await refused({ kind: 'approve' }, 403, /另一位同事/)
    await desk.take(desk.reviewer, 'essay', documentId, { kind: 'approve' })
    await desk.take(publisher, 'essay', documentId, { kind: 'publish' })
    const { editions } = await desk.standing(publisher, 'essay', documentId)
    assert.deepEqual(
      editions.map(({ number, fate }) => `${number} ${fate}`),
      ['3 live', '2 superseded', '1 superseded'],
    )
    const same = await author.call('GET', `${path}?from=1&to=draft`)
    assert.deepEqual(same.body, { fields: [] })
  })

  it('gives up changes that were never published', async () => {
    const { author } = desk
    await desk.save(author, 'essay', documentId, { title: '想改的标题' })
    await desk.take(author, 'essay', documentId, { kind: 'discard' })
    const { state, live } = await desk.standing(author, 'essay', documentId)
    assert.deepEqual([state, live], ['published', 3])
    const path = `/desk/editions/api::essay.essay/${documentId}/comparison?from=3&to=draft`
    assert.deepEqual((await author.call('GET', path)).body, { fields: [] })
  })

  it('has its first edition from the start where the content came with the program', async () => {
    const list = await desk.author.call('GET', '/content-manager/collection-types/api::guide.guide')
    const [guide] = (list.body as { results: { documentId: string }[] }).results
    const standing = await desk.standing(desk.author, 'guide', guide?.documentId ?? '')
    assert.deepEqual([standing.state, standing.live], ['published', 1])
    assert.deepEqual(standing.editions[0]?.by, '初始内容')
  })
})
