import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import {
  deskOf,
  essay,
  openPublicityDesk,
  type PublicityDesk,
} from '../../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

const essays = collection('essay')
const settings = '/content-manager/single-types/api::settings.settings'
const sentence = (body: unknown) => (body as { error: { message: string } }).error.message

describe('what each role may not do, by the API too', () => {
  let installation: Installation
  let desk: PublicityDesk
  let staff: Record<string, Staff>
  let live: string
  let draft: string
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
    const { author, reviewer, publisher } = desk
    const administrator = await signIn(installation, 'administrator')
    staff = { author, reviewer, publisher, administrator }
    live = await desk.write(author, 'essay', essay('seen-by-citizens'))
    await desk.publish('essay', live)
    draft = await desk.write(author, 'essay', essay('seen-by-nobody'))
  })

  it('nobody publishes, unpublishes or discards past the workflow', async () => {
    const documentIds = [draft, live]
    const ways: [string, string, object][] = [
      ['POST', `${essays}/${draft}/actions/publish`, essay('seen-by-nobody')],
      ['POST', `${essays}/actions/publish`, essay('published-at-once')],
      ['POST', `${essays}/actions/bulkPublish`, { documentIds }],
      ['POST', `${essays}/${live}/actions/unpublish`, {}],
      ['POST', `${essays}/actions/bulkUnpublish`, { documentIds }],
      ['POST', `${essays}/${live}/actions/discard`, {}],
    ]
    for (const [name, person] of Object.entries(staff)) {
      for (const [method, path, body] of ways) {
        const { status } = await person.call(method, path, body)
        assert.equal(status, 403, `${name} ${path}`)
      }
    }
    const { state, live: edition } = await desk.standing(desk.author, 'essay', live)
    assert.deepEqual([state, edition], ['published', 1])
  })

  it('the administrator is told where publishing is done', async () => {
    const path = `${essays}/${live}/actions/unpublish`
    const { body } = (await staff.administrator?.call('POST', path, {})) ?? {}
    assert.match(sentence(body), /“发布流程”/)
  })

  it('saving or cloning with a wish to publish makes a draft', async () => {
    const now = new Date().toISOString()
    const wish = { publishedAt: now, status: 'published', title: '改过的标题' }
    for (const [name, person] of Object.entries(staff)) {
      await person.call('PUT', `${essays}/${live}?status=published`, { ...wish, title: name })
      const slug = `clone-by-${name}`
      const cloned = await person.call('POST', `${essays}/clone/${live}`, { ...wish, slug })
      const { documentId } = (cloned.body as { data?: { documentId: string } }).data ?? {}
      if (documentId) {
        assert.equal((await desk.standing(person, 'essay', documentId)).live, null, name)
      }
    }
    const path = `${essays}/${live}?status=published`
    const { body } = await desk.author.call('GET', path)
    assert.equal((body as { data: { title: string } }).data.title, '测试用的征文')
    await desk.take(desk.author, 'essay', live, { kind: 'discard' })
  })

  it('what was published is not deleted; a draft is, by who began it or a publisher', async () => {
    for (const [name, person] of Object.entries(staff)) {
      const one = await person.call('DELETE', `${essays}/${live}`)
      assert.equal(one.status, 403, name)
      const documentIds = [live]
      const many = await person.call('POST', `${essays}/actions/bulkDelete`, { documentIds })
      assert.equal(many.status, 403, name)
    }
    const another = await desk.write(desk.author, 'essay', essay('begun-by-the-author'))
    assert.equal((await desk.reviewer.call('DELETE', `${essays}/${another}`)).status, 403)
    assert.equal((await desk.author.call('DELETE', `${essays}/${another}`)).status, 200)
    const third = await desk.write(desk.author, 'essay', essay('cleared-away'))
    assert.equal((await desk.publisher.call('DELETE', `${essays}/${third}`)).status, 200)
  })

  it('steps are refused by role, with a sentence', async () => {
    const note = { reason: '内容有误', note: '内容有误，正在核实。' }
    const at = new Date(Date.now() + 3_600_000).toISOString()
    const publishers: object[] = [
      { kind: 'withdraw', ...note },
      { kind: 'expire', at, ...note },
      { kind: 'restore', edition: 1 },
    ]
    for (const person of [desk.author, desk.reviewer]) {
      for (const step of publishers) {
        const { status, body } = await desk.attempt(person, 'essay', live, step)
        assert.equal(status, 403)
        assert.match(sentence(body), /请交给发布管理人员/)
      }
    }
    await desk.take(desk.author, 'essay', draft, { kind: 'submit' })
    const early = await desk.attempt(desk.author, 'essay', draft, { kind: 'approve' })
    assert.equal(early.status, 403)
    await desk.take(desk.reviewer, 'essay', draft, { kind: 'approve' })
    for (const step of [{ kind: 'publish' }, { kind: 'schedule', at }]) {
      assert.equal((await desk.attempt(desk.reviewer, 'essay', draft, step)).status, 403)
    }
    for (const step of [{ kind: 'burn' }, { kind: 'schedule' }, { kind: 'withdraw' }, []]) {
      assert.equal((await desk.attempt(desk.publisher, 'essay', draft, step)).status, 400)
    }
  })

  it('the workflow answers to publicity staff only, and tells nothing of other types', async () => {
    for (const role of ['case-clerk', 'unit-clerk']) {
      const other = await signIn(installation, role)
      assert.equal((await other.call('GET', deskOf('essay', live))).status, 403, role)
      const answer = await desk.attempt(other, 'essay', live, { kind: 'submit' })
      assert.equal(answer.status, 403, role)
    }
    assert.equal((await desk.author.call('GET', deskOf('case', live))).status, 404)
    assert.equal((await desk.author.call('GET', deskOf('topic', live))).status, 404)
    assert.equal((await desk.author.call('GET', deskOf('essay', 'no-such-entry'))).status, 404)
    const { status } = await fetch(`${installation.cms}${deskOf('essay', live)}`)
    assert.equal(status, 401)
  })

  it('the record, the editions and the workflow are nobody’s to read or edit directly', async () => {
    for (const [name, person] of Object.entries(staff)) {
      if (name === 'administrator') continue
      for (const type of ['workflow', 'workflow-step', 'edition']) {
        assert.equal((await person.call('GET', collection(type))).status, 403, `${name} ${type}`)
      }
      const history = `/content-manager/history-versions?contentType=api::essay.essay&documentId=${live}`
      assert.notEqual((await person.call('GET', history)).status, 200)
    }
  })

  it('a picture that citizens see is not exchanged, reworded or removed past the workflow', async () => {
    const files = await desk.author.call('GET', '/upload/files?pageSize=100')
    const all = (files.body as { results: { id: number; name: string }[] }).results
    const cover = all.find(({ name }) => name.startsWith('essay-'))
    const reword = { fileInfo: { alternativeText: '别的说明' } }
    const path = `/upload?id=${cover?.id}`
    const reworded = await desk.author.call('POST', path, reword)
    assert.equal(reworded.status, 403)
    assert.match(sentence(reworded.body), /由发布管理人员修改/)
    for (const [name, person] of Object.entries(staff)) {
      const removed = await person.call('DELETE', `/upload/files/${cover?.id}`)
      const exchanged = await person.send(path, 'other.jpg', Buffer.from('x'), 'files')
      for (const { status, body } of [removed, exchanged]) {
        assert.equal(status, 403, name)
        assert.match(sentence(body), /不能替换或删除/)
      }
    }
  })

  it('lists, settings, accounts and roles are out of reach of who writes and reviews', async () => {
    for (const person of [desk.author, desk.reviewer]) {
      assert.equal((await person.call('PUT', settings, { siteName: '改名' })).status, 403)
      const words = { words: '低保、最低生活保障' }
      assert.equal((await person.call('POST', collection('synonym'), words)).status, 403)
    }
    for (const person of [desk.author, desk.reviewer, desk.publisher]) {
      for (const path of ['/admin/users', '/admin/roles', '/admin/api-tokens', '/admin/webhooks']) {
        assert.equal((await person.call('GET', path)).status, 403, path)
      }
    }
  })
})
