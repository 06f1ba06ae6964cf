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

  it('nothing that the desk answers is kept by a browser or a proxy', async () => {
    const clerk = await signIn(installation, 'case-clerk')
    for (const path of [collection('case'), '/desk/cases/due', '/admin/users/me']) {
      const { headers } = await clerk.fetch(path)
      assert.equal(headers.get('cache-control'), 'no-store', path)
    }
  })

  it('accounts of the first start: one a role, each with a password of its own', () => {
    const { logins } = installation
    assert.deepEqual(
      logins.map(({ role }) => role),
      [
        'administrator',
        'publicity-author',
        'publicity-reviewer',
        'publicity-publisher',
        'case-clerk',
        'unit-clerk',
      ],
    )
    assert.equal(new Set(logins.map(({ password }) => password)).size, logins.length)
    for (const { password } of logins) assert.ok(password.length >= 16)
  })

  it('publicity staff do not see cases, case staff do not see drafts', async () => {
    for (const role of ['publicity-author', 'publicity-reviewer', 'publicity-publisher']) {
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
    for (const role of ['publicity-author', 'publicity-publisher', 'case-clerk']) {
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
