import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { refusal } from '../../../cms/src/strapi/records/guard-records.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { change, kept, openKeptRows, type KeptRows } from '../../support/desk/kept-rows.ts'
import { collection, signIn } from '../../support/desk/staff.ts'
import { lampStory } from '../../support/portal/stories.ts'

const roles = [
  'administrator',
  'publicity-author',
  'publicity-reviewer',
  'publicity-publisher',
  'case-clerk',
  'unit-clerk',
]
const verbs = ['create', 'update', 'delete', 'publish']

describe('what is kept of cases and of publications', () => {
  let office: RunningCms
  let rows: KeptRows
  before(async () => {
    office = await startCms()
    rows = await openKeptRows(office)
  })
  after(() => office?.stop())

  it('is written by nobody through the content manager, whatever the role', async () => {
    const before = rows.everything()
    for (const role of roles) {
      const staff = await signIn(office, role)
      for (const name of kept) await rows.tryAll(staff, name)
    }
    assert.equal(rows.everything(), before)
  })

  it('shows no buttons for it, to the administrator neither', async () => {
    const staff = await signIn(office, 'administrator')
    const { body } = await staff.call('GET', '/admin/users/me/permissions')
    const { data } = body as { data: { action: string; subject: string | null }[] }
    const mine = data.filter(({ subject }) => kept.some((n) => subject === `api::${n}.${n}`))
    assert.ok(mine.some(({ action }) => action.endsWith('explorer.read')))
    for (const { action, subject } of mine) {
      assert.ok(action.endsWith('explorer.read'), `${action} ${subject}`)
    }
    assert.ok(
      data.some(({ action, subject }) => /update$/.test(action) && /notice/.test(subject ?? '')),
    )
  })

  it('can be granted to no role, and where it was granted all the same it is still refused', async () => {
    const administrator = await signIn(office, 'administrator')
    const { body } = await administrator.call('GET', '/admin/roles')
    const found = (body as { data: { id: number; code: string }[] }).data
    for (const { id, code } of found.filter(({ code }) => code === 'case-clerk')) {
      const permissions = verbs.map((verb) => ({
        action: `plugin::content-manager.explorer.${verb}`,
        subject: 'api::case.case',
        properties: { fields: ['title'] },
        conditions: [],
      }))
      const granted = await administrator.call('PUT', `/admin/roles/${id}/permissions`, {
        permissions,
      })
      assert.equal(granted.status, 400, code)
    }
    rows.within((database) => {
      const fields = JSON.stringify({ fields: Object.keys(change) })
      for (const { id } of found) {
        for (const verb of verbs) {
          for (const name of kept) {
            const action = `plugin::content-manager.explorer.${verb}`
            const { lastInsertRowid } = database
              .prepare(
                `insert into admin_permissions (document_id, action, subject, properties, conditions)
                 values (?, ?, ?, ?, '[]')`,
              )
              .run(`${id}${verb}${name}`, action, `api::${name}.${name}`, fields)
            database
              .prepare(
                'insert into admin_permissions_role_lnk (permission_id, role_id) values (?, ?)',
              )
              .run(lastInsertRowid, id)
          }
        }
      }
    })
    const before = rows.everything()
    for (const role of ['administrator', 'case-clerk']) {
      const staff = await signIn(office, role)
      for (const name of kept) {
        const answers = await rows.tryAll(staff, name)
        const path = collection(name)
        const { documentId } = rows.rowOf.get(name) ?? assert.fail()
        // The doors that there are: the guard itself must have answered, not a wrong address.
        for (const door of [
          `POST ${path}`,
          `PUT ${path}/${documentId}`,
          `DELETE ${path}/${documentId}`,
          `POST ${path}/clone/${documentId}`,
          `POST ${path}/actions/bulkDelete`,
        ]) {
          const said = answers.get(door)
          assert.ok(said?.includes(refusal), `${role} ${door} ${said}`)
        }
      }
    }
    assert.equal(rows.everything(), before)
  })

  it('has no other door: tokens, transfers, the type builder, tools of machines', async () => {
    const before = rows.everything()
    const administrator = await signIn(office, 'administrator')
    const made = await administrator.call('POST', '/admin/api-tokens', {
      name: 'all',
      type: 'full-access',
      description: '',
      lifespan: null,
    })
    const token = (made.body as { data?: { accessKey?: string } }).data?.accessKey ?? 'none'
    const authorization = `Bearer ${token}`
    for (const name of kept) {
      const { documentId } = rows.rowOf.get(name) ?? assert.fail()
      for (const [method, path] of [
        ['GET', `/api/${name}s`],
        ['POST', `/api/${name}s`],
        ['PUT', `/api/${name}s/${documentId}`],
        ['DELETE', `/api/${name}s/${documentId}`],
      ] as const) {
        const body = method === 'GET' ? {} : { body: JSON.stringify({ data: change }) }
        const { status } = await fetch(`${office.cms}${path}`, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          ...body,
        })
        assert.ok([401, 403, 404, 405].includes(status), `${method} ${path} ${status}`)
      }
      const type = `/content-type-builder/content-types/api::${name}.${name}`
      for (const [method, body] of [['PUT', { contentType: {} }], ['DELETE']] as const) {
        const { status } = await administrator.call(method, type, body)
        assert.ok([403, 404, 405].includes(status), `${method} ${type} ${status}`)
      }
    }
    for (const path of ['/admin/transfer/runner/push', '/admin/transfer/runner/pull', '/mcp']) {
      const { status } = await fetch(`${office.cms}${path}`, { headers: { authorization } })
      assert.ok([401, 404, 405].includes(status), `${path} ${status}`)
    }
    assert.equal(rows.everything(), before)
  })

  it('is refused to programs inside the desk that are not its own steps', async () => {
    const before = rows.everything()
    const said: Record<string, string> = {}
    await office.restart(async () => {
      const ids = JSON.stringify(
        [...rows.rowOf].map(([name, { id }]) => [`api::${name}.${name}`, id]),
      )
      Object.assign(
        said,
        await insideDesk<Record<string, string>>(
          office.dataDir,
          `const said = {}
           for (const [uid, id] of ${ids}) {
             const where = { id }
             const row = await strapi.db.query(uid).findOne({ where })
             const data = { title: 'x', number: '1' }
             const { documentId } = row
             const tries = {
               create: () => strapi.db.query(uid).create({ data }),
               createMany: () => strapi.db.query(uid).createMany({ data: [data] }),
               update: () => strapi.db.query(uid).update({ where, data }),
               updateMany: () => strapi.db.query(uid).updateMany({ where, data }),
               delete: () => strapi.db.query(uid).delete({ where }),
               deleteMany: () => strapi.db.query(uid).deleteMany({ where }),
               documentCreate: () => strapi.documents(uid).create({ data }),
               documentUpdate: () => strapi.documents(uid).update({ documentId, data }),
               documentDelete: () => strapi.documents(uid).delete({ documentId }),
               documentClone: () => strapi.documents(uid).clone({ documentId, data }),
             }
             for (const [name, work] of Object.entries(tries)) {
               said[uid + ' ' + name] = await work().then(() => 'done', (error) => error.message)
             }
           }
           return said`,
        ),
      )
    })
    assert.equal(Object.keys(said).length, kept.length * 10)
    for (const [name, words] of Object.entries(said)) assert.equal(words, refusal, name)
    assert.equal(rows.everything(), before)
  })

  it('is told to nobody who listens for changes, such as a webhook, but for which row it was', async () => {
    let told: unknown
    await office.restart(async () => {
      told = await insideDesk(
        office.dataDir,
        `const heard = []
         strapi.eventHub.subscribe(async (name, what) => { heard.push(what) })
         const entry = await strapi.db.query('api::case.case').findOne({ where: { number: '${rows.entry.number}' } })
         await strapi.eventHub.emit('entry.update', { model: 'case', uid: 'api::case.case', entry })
         return { heard, name: entry.petitionerName }`,
      )
    })
    const { documentId } = rows.entry
    const { id } = rows.rowOf.get('case') ?? assert.fail()
    assert.deepEqual(told, {
      heard: [{ model: 'case', uid: 'api::case.case', entry: { id, documentId } }],
      name: lampStory.name,
    })
  })
})
