import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { collection, signIn } from '../support/staff.ts'
import { install, type Installation } from '../support/installation.ts'

describe('who may do what in the CMS', () => {
  let installation: Installation
  before(async () => {
    installation = await install()
  })
  after(() => installation.stop())

  it('nothing can be read without signing in', async () => {
    const { cms } = installation
    const kinds = ['essays', 'notices', 'videos', 'guides', 'regulations', 'cases', 'regions']
    for (const kind of kinds) {
      const { status } = await fetch(`${cms}/api/${kind}`)
      assert.ok([401, 403, 404].includes(status), `/api/${kind} answered ${status}`)
    }
    const inner = ['case', 'essay', 'build-request', 'quarantine', 'case-view'].map(collection)
    for (const path of [...inner, '/desk/cases/x/actions', '/admin/users', '/upload/files']) {
      const { status } = await fetch(`${cms}${path}`)
      assert.ok([401, 403, 404].includes(status), `${path} answered ${status}`)
    }
  })

  it('accounts of the first start: one a role, each with a password of its own', () => {
    const { logins } = installation
    assert.deepEqual(
      logins.map(({ role }) => role),
      ['administrator', 'publicity-author', 'publicity-reviewer', 'case-clerk'],
    )
    assert.equal(new Set(logins.map(({ password }) => password)).size, logins.length)
    for (const { password } of logins) assert.ok(password.length >= 16)
  })

  it('an author writes but does not publish', async () => {
    const author = await signIn(installation, 'publicity-author')
    const essay = {
      title: '作者写的草稿',
      slug: 'a-draft-by-an-author',
      summary: '摘要',
      body: '正文',
      series: '主题征文',
      source: '本局',
      demonstration: true,
    }
    const created = await author.call('POST', collection('essay'), essay)
    assert.equal(created.status, 201)
    const { documentId } = (created.body as { data: { documentId: string } }).data
    const path = `${collection('essay')}/${documentId}/actions/publish`
    assert.equal((await author.call('POST', path, essay)).status, 403)
    const settings = '/content-manager/single-types/api::settings.settings'
    assert.equal((await author.call('PUT', settings, { siteName: '改名' })).status, 403)
    const words = { words: '低保、最低生活保障' }
    assert.equal((await author.call('POST', collection('synonym'), words)).status, 403)
  })

  it('publicity staff do not see cases, case staff do not see drafts', async () => {
    for (const role of ['publicity-author', 'publicity-reviewer']) {
      const staff = await signIn(installation, role)
      assert.equal((await staff.call('GET', collection('case'))).status, 403, role)
      assert.equal((await staff.call('GET', '/desk/cases/x/actions')).status, 403, role)
    }
    const clerk = await signIn(installation, 'case-clerk')
    assert.equal((await clerk.call('GET', collection('case'))).status, 200)
    assert.equal((await clerk.call('GET', collection('essay'))).status, 403)
    assert.equal((await clerk.call('POST', collection('case'), { title: 'x' })).status, 403)
  })

  it('the outbox, the quarantine and the record of views are nobody’s to edit', async () => {
    for (const role of ['publicity-author', 'publicity-reviewer', 'case-clerk']) {
      const staff = await signIn(installation, role)
      for (const type of ['build-request', 'quarantine', 'case-view']) {
        assert.equal((await staff.call('GET', collection(type))).status, 403, `${role} ${type}`)
      }
    }
  })

  it('an import needs its token', async () => {
    const response = await fetch(`${installation.cms}/api/import/regulations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer guessed' },
      body: '{}',
    })
    assert.equal(response.status, 401)
  })
})
