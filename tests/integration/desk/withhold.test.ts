import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

describe('what is for who builds the desk', () => {
  let office: RunningCms
  let administrator: Staff

  before(async () => {
    office = await sharedDesk()
    administrator = await signIn(office, 'administrator')
  })

  it('is refused to the administrator too', async () => {
    for (const path of [
      '/admin/api-tokens',
      '/admin/admin-tokens',
      '/admin/transfer/tokens',
      '/admin/webhooks',
      '/content-type-builder/content-types',
      '/email/settings',
      '/upload/settings',
    ]) {
      assert.equal((await administrator.call('GET', path)).status, 403, path)
    }
    const token = { name: 'all', type: 'full-access', description: '', lifespan: null }
    assert.equal((await administrator.call('POST', '/admin/api-tokens', token)).status, 403)
    for (const path of ['/admin/users', '/admin/roles']) {
      assert.equal((await administrator.call('GET', path)).status, 200, path)
    }
  })

  it('can be given to no role', async () => {
    const { body } = await administrator.call('GET', '/admin/permissions')
    const offered = JSON.stringify(body)
    assert.match(offered, /admin::users\.read/)
    assert.match(offered, /admin::cases\.handle/)
    // In the words of the desk, not those of the code.
    assert.match(offered, /"label":"问题领域"/)
    assert.doesNotMatch(offered, /"label":"(topic|essay|case|department)"/i)
    assert.doesNotMatch(offered, /token|webhook|marketplace|content-type-builder|configure/)
  })

  it('has no token, neither those that Strapi makes by itself', () => {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'), { readonly: true })
    const tables = ['strapi_api_tokens', 'strapi_transfer_tokens']
    const counts = tables.map((table) => database.prepare(`select count(*) n from ${table}`).get())
    database.close()
    assert.deepEqual(counts, [{ n: 0 }, { n: 0 }])
  })
})
