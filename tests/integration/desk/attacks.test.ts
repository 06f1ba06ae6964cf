import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { checkIncoming } from '../../support/desk/incoming-checks.ts'
import { essay } from '../../support/desk/publicity.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'
import { checkUnreadBodies } from '../../support/desk/unread-body-checks.ts'

type Failure = { error: { message: string; details?: { errors?: { message: string }[] } } }
type Entry = { id: number; documentId: string; kind: string }
type Account = { id: number; email: string; roles: { id: number }[] }

describe('what the desk answers to an attacker', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'temporary-'))
  let office: RunningCms
  let administrator: Staff

  before(async () => {
    office = await startCms({ TMPDIR: temporary })
    administrator = await signIn(office, 'administrator')
  })
  after(async () => {
    await office.stop()
    await rm(temporary, { recursive: true })
  })

  const asked: [string, string, string?][] = [
    ['POST', '/admin/register', '{"x":1}'],
    ['POST', '/admin/register-admin', '{"zz":1}'],
    ['POST', '/admin/forgot-password', '{"zz":1}'],
    ['POST', '/admin/reset-password', '{"resetPasswordToken":"x","password":"Abcdefg123"}'],
    ['POST', '/admin/login', '{}'],
    ['POST', '/admin/login', '{bad'],
    ['POST', '/admin/login', 'null'],
    ['POST', '/admin/access-token', '{}'],
    ['POST', '/graphql', '{"query":"{__schema{types{name}}}"}'],
    ['POST', '/desk/nothing', '{}'],
    ['DELETE', '/'],
    ['GET', '/api/nothing'],
  ]
  for (const [method, path, body] of asked) {
    it(`is Chinese and names nothing of the program: ${method} ${path} ${body ?? ''}`, async () => {
      const answer = await fetch(`${office.cms}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body } : {}),
      })
      assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status))
      const { error } = (await answer.json()) as Failure
      for (const { message } of [error, ...(error.details?.errors ?? [])]) {
        assert.match(message, /\p{Script=Han}/u)
        assert.doesNotMatch(message, /unspecified|JSON|Missing|Invalid|occurred/)
      }
    })
  }

  checkUnreadBodies(() => office)
  checkIncoming(() => office, temporary)

  it('is Chinese to who is signed in too', async () => {
    const cases = '/content-manager/collection-types/api::case.case'
    for (const query of [
      'filters[number][$regex]=a',
      'sort=__proto__',
      'status=zz',
      'fields[0]=a',
    ]) {
      const { status, body } = await administrator.call('GET', `${cases}?${query}`)
      assert.equal(status, 400, query)
      assert.match((body as Failure).error.message, /\p{Script=Han}/u, query)
    }
  })

  it('keeps an administrator who can sign in, though others were invited', async () => {
    const listed = await administrator.call('GET', '/admin/users?pageSize=100')
    const accounts = (listed.body as { data: { results: Account[] } }).data.results
    const own = accounts.find(({ email }) => email.startsWith('administrator@'))
    assert.ok(own)
    const roles = own.roles.map(({ id }) => id)
    const invited = { email: 'invited@petition.example', firstname: '新来的', lastname: '', roles }
    assert.equal((await administrator.call('POST', '/admin/users', invited)).status, 201)
    const other = accounts.find(({ roles: [role] }) => role && !roles.includes(role.id))
    for (const change of [{ isActive: false }, { roles: [other?.roles[0]?.id] }]) {
      const { status, body } = await administrator.call('PUT', `/admin/users/${own.id}`, change)
      assert.equal(status, 400, JSON.stringify(change))
      assert.match((body as Failure).error.message, /唯一能登录的系统管理员/)
    }
    const renamed = await administrator.call('PUT', `/admin/users/${own.id}`, { firstname: '管理' })
    assert.equal(renamed.status, 200)
  })

  it('lets nobody choose or change by which number a unit is known', async () => {
    const publisher = await signIn(office, 'publicity-publisher')
    const departments = '/content-manager/collection-types/api::department.department'
    const { body } = await publisher.call('GET', `${departments}?pageSize=100`)
    const { results } = body as { results: Entry[] }
    const [one, other] = results
    assert.ok(one && other)
    for (const documentId of [other.documentId, 'chosenchosenchosenchosen', null, 7]) {
      const path = `${departments}/${one.documentId}`
      const changed = { ...((await publisher.call('GET', path)).body as { data: Entry }).data }
      const saved = await publisher.call('PUT', path, { ...changed, documentId, id: other.id })
      assert.equal(saved.status, 200, JSON.stringify(saved.body))
      const { data } = saved.body as { data: Entry }
      assert.deepEqual([data.documentId, data.id], [one.documentId, one.id])
    }
    const { documentId, id } = one
    const wanted = { name: '新设的单位', slug: 'new-unit', kind: one.kind, documentId, id }
    const made = await publisher.call('POST', departments, wanted)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const after = await publisher.call('GET', `${departments}?pageSize=100`)
    const ids = (after.body as { results: Entry[] }).results.map((entry) => entry.documentId)
    assert.equal(new Set(ids).size, results.length + 1)
    for (const entry of results) assert.ok(ids.includes(entry.documentId))
  })

  it('takes no text so long that the desk would stand still over it', async () => {
    const author = await signIn(office, 'publicity-author')
    const essays = '/content-manager/collection-types/api::essay.essay'
    const one = '电话一三八零零零零零零零零。'
    for (const [body, status] of [
      [one.repeat(100), 201],
      [one.repeat(20_000), 400],
    ] as const) {
      const made = await author.call('POST', essays, essay(`long-${body.length}`, { body }))
      assert.equal(made.status, status, JSON.stringify(made.body).slice(0, 300))
      if (status === 201) continue
      const { error } = made.body as Failure
      assert.match(error.details?.errors?.[0]?.message ?? '', /最多 20 万字/)
    }
  })
})
