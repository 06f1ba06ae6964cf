import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { refusal } from '../../cms/src/strapi/records/guard.ts'
import { signInClerk, type CaseEntry } from '../support/case-clerk.ts'
import { startCms, type RunningCms } from '../support/cms.ts'
import { insideDesk } from '../support/inside-desk.ts'
import { lampStory } from '../support/stories.ts'
import { collection, signIn, type Staff } from '../support/staff.ts'
import { until } from '../support/until.ts'

const kept = [
  'case',
  'case-event',
  'case-view',
  'notification',
  'quarantine',
  'edition',
  'workflow',
  'workflow-step',
]
const tables = kept.map((name) => `${name.replaceAll('-', '_')}s`)
const roles = [
  'administrator',
  'publicity-author',
  'publicity-reviewer',
  'publicity-publisher',
  'case-clerk',
  'unit-clerk',
]
const verbs = ['create', 'update', 'delete', 'publish']
const change = { title: '改写', state: '已办结', reply: '改写', number: '1234567890123456' }

type Id = { documentId: string; id: number }

describe('what is kept of cases and of publications', () => {
  let office: RunningCms
  let entry: CaseEntry
  const rowOf = new Map<string, Id>()

  function within<T>(work: (database: Database.Database) => T): T {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  /** Every row that is kept, with its relations; the record of views only ever grows. */
  const everything = () =>
    within((database) => {
      const all = (table: string) => database.prepare(`select * from ${table} order by id`).all()
      const views = all('case_views').slice(0, viewsBefore)
      const others = [...tables, 'cases_unit_lnk', 'cases_units_lnk', 'cases_accused_units_lnk']
        .filter((table) => table !== 'case_views')
        .map(all)
      return JSON.stringify([views, ...others])
    })
  let viewsBefore = 0

  before(async () => {
    office = await startCms()
    const clerk = await signInClerk(office)
    entry = await clerk.wait(await office.mailbox.file(), 'the case')
    await clerk.take(entry, { kind: 'register' })
    await office.mailbox.send('supplement', {
      number: '9999999999999999',
      text: '没有这个办件。',
      attachments: [],
    })
    const publisher = await signIn(office, 'publicity-publisher')
    const notice = {
      title: '夏季接访安排',
      slug: 'summer',
      summary: '接访安排',
      body: '七月起照常接访。',
    }
    const made = await publisher.call('POST', collection('essay'), notice)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    // What takes other ways to come about is laid there by hand.
    within((database) => {
      const now = Date.now()
      database
        .prepare(
          `insert into notifications (document_id, key, case_id, step, by, state, attempts, due_at)
           values ('notification1', ?, ?, 0, 'sms', 'sent', 1, ?)`,
        )
        .run(`${entry.documentId}:0`, entry.documentId, now)
      database
        .prepare(
          `insert into editions (document_id, serial, key, number, at, by, title, path, content, fate)
           values ('edition1', 'k 1', 'k', 1, ?, 'x', 't', '/p/', '{}', 'withdrawn')`,
        )
        .run(now)
    })
    for (const [index, name] of kept.entries()) {
      const row = await until(`a row of ${name}`, 20, async () =>
        within(
          (database) =>
            database
              .prepare(`select id, document_id as documentId from ${tables[index]} limit 1`)
              .get() as Id | undefined,
        ),
      )
      rowOf.set(name, row)
    }
    await clerk.wait(entry.number, 'the status to be sent', ({ pushed }) => pushed)
    viewsBefore = within(
      (database) => database.prepare('select count(*) as n from case_views').get() as { n: number },
    ).n
  })
  after(() => office?.stop())

  /** Tries every door of the content manager that writes. @returns the answers, by door */
  async function tryAll(staff: Staff, name: string): Promise<Map<string, string>> {
    const { documentId } = rowOf.get(name) ?? assert.fail()
    const path = collection(name)
    const doors: [string, string, unknown?][] = [
      ['POST', path, change],
      ['PUT', `${path}/${documentId}`, change],
      ['PUT', `${path}/${documentId}`, { unit: null, accusedUnits: { set: [] } }],
      ['DELETE', `${path}/${documentId}`],
      ['POST', `${path}/clone/${documentId}`, change],
      ['POST', `${path}/auto-clone/${documentId}`, {}],
      ['POST', `${path}/actions/bulkDelete`, { documentIds: [documentId] }],
      ['POST', `${path}/actions/bulkPublish`, { documentIds: [documentId] }],
      ['POST', `${path}/actions/bulkUnpublish`, { documentIds: [documentId] }],
      ['POST', `${path}/actions/publish`, change],
      ['POST', `${path}/${documentId}/actions/publish`, change],
      ['POST', `${path}/${documentId}/actions/unpublish`, {}],
      ['POST', `${path}/${documentId}/actions/discard`, {}],
      ['PUT', path.replace('collection', 'single'), change],
      ['DELETE', path.replace('collection', 'single')],
    ]
    const answers = new Map<string, string>()
    for (const [method, address, body] of doors) {
      const answer = await staff.call(method, address, body)
      const said = JSON.stringify(answer.body)
      // Where it is to publish what has no drafts, Strapi itself fails, or finds nothing to do.
      assert.ok(
        answer.status >= 400 || said === '{"count":0}',
        `${method} ${address} ${answer.status} ${said}`,
      )
      answers.set(`${method} ${address}`, said)
    }
    return answers
  }

  it('is written by nobody through the content manager, whatever the role', async () => {
    const before = everything()
    for (const role of roles) {
      const staff = await signIn(office, role)
      for (const name of kept) await tryAll(staff, name)
    }
    assert.equal(everything(), before)
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
    within((database) => {
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
    const before = everything()
    for (const role of ['administrator', 'case-clerk']) {
      const staff = await signIn(office, role)
      for (const name of kept) {
        const answers = await tryAll(staff, name)
        const path = collection(name)
        const { documentId } = rowOf.get(name) ?? assert.fail()
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
    assert.equal(everything(), before)
  })

  it('has no other door: tokens, transfers, the type builder, tools of machines', async () => {
    const before = everything()
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
      const { documentId } = rowOf.get(name) ?? assert.fail()
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
    assert.equal(everything(), before)
  })

  it('is refused to programs inside the desk that are not its own steps', async () => {
    const before = everything()
    const said: Record<string, string> = {}
    await office.restart(async () => {
      const rows = JSON.stringify([...rowOf].map(([name, { id }]) => [`api::${name}.${name}`, id]))
      Object.assign(
        said,
        await insideDesk<Record<string, string>>(
          office.dataDir,
          `const said = {}
           for (const [uid, id] of ${rows}) {
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
    assert.equal(everything(), before)
  })

  it('is told to nobody who listens for changes, such as a webhook, but for which row it was', async () => {
    let told: unknown
    await office.restart(async () => {
      told = await insideDesk(
        office.dataDir,
        `const heard = []
         strapi.eventHub.subscribe(async (name, what) => { heard.push(what) })
         const entry = await strapi.db.query('api::case.case').findOne({ where: { number: '${entry.number}' } })
         await strapi.eventHub.emit('entry.update', { model: 'case', uid: 'api::case.case', entry })
         return { heard, name: entry.petitionerName }`,
      )
    })
    const { documentId } = entry
    const { id } = rowOf.get('case') ?? assert.fail()
    assert.deepEqual(told, {
      heard: [{ model: 'case', uid: 'api::case.case', entry: { id, documentId } }],
      name: lampStory.name,
    })
  })
})
