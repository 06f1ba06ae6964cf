import assert from 'node:assert/strict'
import { request, type OutgoingHttpHeaders } from 'node:http'
import { before, describe, it } from 'node:test'
import { collection, openSession, signIn } from '../../support/desk/staff.ts'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'

describe('who may do what in the CMS', () => {
  let installation: Installation
  before(async () => {
    installation = await sharedInstallation()
  })

  it('nothing can be read without signing in', async () => {
    const { cms } = installation
    const kinds = ['essays', 'notices', 'videos', 'guides', 'regulations', 'cases', 'regions']
    for (const kind of kinds) {
      const { status } = await fetch(`${cms}/api/${kind}`)
      assert.ok([401, 403, 404].includes(status), `/api/${kind} answered ${status}`)
    }
    const inner = ['case', 'essay', 'build-request', 'quarantine', 'case-view'].map(collection)
    for (const path of [
      ...inner,
      '/desk/cases/due',
      '/desk/cases/x/page',
      '/admin/users',
      '/upload/files',
    ]) {
      const { status } = await fetch(`${cms}${path}`)
      assert.ok([401, 403, 404].includes(status), `${path} answered ${status}`)
    }
  })

  it('nothing that the desk answers is kept by a browser or a proxy', async () => {
    const clerk = await signIn(installation, 'case-clerk')
    for (const path of [
      collection('case'),
      '/desk/cases/choices',
      '/desk/cases/due',
      '/admin/users/me',
    ]) {
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
        'leading-official',
        'auditor',
      ],
    )
    assert.equal(new Set(logins.map(({ password }) => password)).size, logins.length)
    for (const { password } of logins) assert.ok(password.length >= 16)
  })

  it('publicity staff do not see cases, case staff do not see drafts', async () => {
    for (const role of ['publicity-author', 'publicity-reviewer', 'publicity-publisher']) {
      const staff = await signIn(installation, role)
      assert.equal((await staff.call('GET', collection('case'))).status, 403, role)
      assert.equal((await staff.call('GET', '/desk/cases/x/page')).status, 403, role)
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

  it('nobody writes a record by hand, the administrator neither', async () => {
    const administrator = await signIn(installation, 'administrator')
    for (const type of [
      'case',
      'case-view',
      'notification',
      'staff-mail',
      'quarantine',
      'edition',
    ]) {
      const { status } = await administrator.call('POST', collection(type), { title: 'x' })
      assert.equal(status, 403, type)
      const one = `${collection(type)}/a23456789012345678901234`
      assert.equal((await administrator.call('DELETE', one)).status, 403, type)
    }
    for (const path of ['/admin/api-tokens', '/admin/webhooks', '/admin/transfer/tokens']) {
      assert.ok([403, 404].includes((await administrator.call('GET', path)).status), path)
    }
  })

  it('steps of a case are for who handles cases', async () => {
    const clerk = await signIn(installation, 'case-clerk')
    assert.equal((await clerk.call('GET', '/desk/cases/x/page')).status, 404)
    for (const role of ['publicity-author', 'administrator']) {
      const staff = await signIn(installation, role)
      for (const path of [
        '/due',
        '/choices',
        '/units',
        '/calendar?from=2026-11-01&to=2026-11-30',
      ]) {
        assert.equal((await staff.call('GET', `/desk/cases${path}`)).status, 403, role)
      }
    }
  })

  it('a page of another origin, or under another host name, gets nothing of who is signed in', async () => {
    const token = await openSession(installation, 'case-clerk')
    const { hostname, port, host } = new URL(installation.cms)
    const statusFor = (headers: OutgoingHttpHeaders) =>
      new Promise((resolve, reject) => {
        const sent = { host, authorization: `Bearer ${token}`, ...headers }
        const asked = request(
          { hostname, port, path: collection('case'), headers: sent },
          (response) => {
            response.resume()
            resolve(response.statusCode)
          },
        )
        asked.on('error', reject)
        asked.end()
      })
    assert.equal(await statusFor({}), 200)
    assert.equal(await statusFor({ origin: installation.cms }), 200)
    for (const origin of [installation.portal, 'http://evil.example', 'null']) {
      assert.equal(await statusFor({ origin }), 403, origin)
    }
    assert.equal(
      await statusFor({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }),
      403,
    )
    assert.equal(await statusFor({ host: `evil.example:${port}` }), 421)
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
