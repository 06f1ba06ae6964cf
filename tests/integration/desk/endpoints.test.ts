import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signInClerk, type CaseEntry } from '../../support/case/clerk.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { deskRoles, doors, longWork, strapiDoors, whatToAdd } from '../../support/desk/doors.ts'
import { checkInnerFields } from '../../support/desk/inner-field-checks.ts'
import { checkAuditor } from '../../support/desk/auditor-checks.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

type Route = { method: string; path: string }

const own = '区城市管理和综合执法局'
const other = '区民政局'
/** A program of Strapi's own, the same for everybody. */
const script = '/content-manager/preview/script'
/** Who filed the case of others. */
const stranger = '旁观人甲'
const caseUid = 'api::case.case'
const types = ['case', 'case-view', 'quarantine', 'notification', 'essay', 'department', 'settings']
const relations = ['unit', 'accusedUnits', 'topic', 'region', 'createdBy', 'title']

/** What whoever is signed in may be answered: the desk's own forms, and words that are nobody's. */
const everybody = [
  'GET /content-manager/init',
  'GET /content-manager/content-types',
  'GET /content-manager/content-types-settings',
  'GET /content-manager/content-types/:uid/configuration',
  'GET /content-manager/components',
  'GET /content-manager/components/:uid/configuration',
  'GET /content-manager/homepage/recent-documents',
]
/** What else each role is answered of cases; everything that is not here is refused to it. */
const answered: Record<string, string[]> = {
  'unit-clerk': [
    'GET /content-manager/collection-types/:model',
    'GET /content-manager/single-types/:model',
    'GET /content-manager/single-types/:model/actions/countDraftRelations',
    // Nothing and nothing, whatever the case, and whether it is there or not.
    'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations',
    'POST /content-manager/collection-types/:model/actions/bulkFindForValidation',
    'GET /content-manager/relations/:model/:targetField',
  ],
  'publicity-reviewer': [],
  'publicity-author': [],
  auditor: [],
}

describe('what the content manager answers', () => {
  let office: RunningCms
  let ours: CaseEntry
  let theirs: CaseEntry
  let routes: Route[]

  before(async () => {
    office = await startCms()
    await office.restart(async () => {
      routes = await insideDesk<Route[]>(
        office.dataDir,
        `strapi.server.mount()
         return strapi.server.listRoutes().flatMap(({ methods, path }) =>
           methods.filter((method) => ['GET', 'POST', 'PUT', 'DELETE'].includes(method)).map((method) => ({ method, path })))`,
      )
    })
    const clerk = await signInClerk(office)
    const settled = async (entry: CaseEntry, unit: string) => {
      await clerk.take(entry, { kind: 'register' })
      const { status } = await clerk.call('PUT', `/desk/cases/${entry.documentId}/accused-units`, {
        units: [],
      })
      assert.equal(status, 200)
      await clerk.take(entry, { kind: 'refer', unit })
      return entry
    }
    const filed = async (facts: Parameters<typeof office.mailbox.file>[0]) =>
      clerk.wait(await office.mailbox.file(facts), 'the case')
    ours = await settled(await filed({ title: '本单位办的事项' }), own)
    theirs = await settled(
      await filed({ title: '旁人办的事项', name: stranger, phone: '13900000001' }),
      other,
    )
  })
  after(() => office?.stop())

  const sessions = new Map<string, Promise<Staff>>()
  /** One session a role: whoever signs in too often is made to wait. */
  function as(role: string): Promise<Staff> {
    const session = sessions.get(role) ?? signIn(office, role)
    sessions.set(role, session)
    return session
  }

  const managed = () =>
    routes.filter(({ path }) => path.startsWith('/content-manager') && path !== script)
  /** The addresses that a route stands for, of cases most of all, asked about the case of others. */
  function addressesOf({ path }: Route): string[] {
    const uids = types.map((name) => `api::${name}.${name}`)
    const subjects: string[] = /:(?:model|uid)/.test(path) ? uids : ['']
    return subjects
      .flatMap((uid: string): string[] => {
        const filled = path
          .replace(/:(?:model|uid)/, uid)
          .replace(/:(?:id|sourceId|documentId)/, theirs.documentId)
        const fields = filled.includes(':targetField') ? relations : ['']
        return fields.map((field) => filled.replace(':targetField', field))
      })
      .map((address) =>
        address.endsWith('recent-documents') ? `${address}?action=update` : address,
      )
  }
  const bodyOf = ({ documentId }: CaseEntry) => ({
    documentIds: [documentId],
    uid: caseUid,
    contentTypeUID: caseUid,
    field: 'number',
    value: theirs.number,
    data: {},
  })
  /** What an answer tells of a case, beside what was asked with. */
  function told(text: string, entry: CaseEntry, asked: string): string[] {
    const { number, documentId, title } = entry
    const secrets = [number, documentId, String(title), stranger]
    return secrets.filter((secret) => text.includes(secret) && !asked.includes(secret))
  }
  async function ask(staff: Staff | null, { method }: Route, address: string) {
    const body = ['GET', 'DELETE'].includes(method) ? undefined : bodyOf(theirs)
    const asked = address + (body ? JSON.stringify(body) : '')
    if (staff) {
      const answer = await staff.call(method, address, body)
      return { status: answer.status, text: JSON.stringify(answer.body), asked }
    }
    const answer = await fetch(`${office.cms}${address}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, text: await answer.text(), asked }
  }

  it('is all known', () => {
    assert.ok(managed().length >= 30, String(managed().length))
  })

  it('is nothing to who is not signed in, by any route of the desk', async () => {
    const pages = ['/', '/admin/:path*', '/_health', script]
    const open = ['/admin/init', '/admin/project-type']
    const wrong: string[] = []
    for (const route of routes.filter(({ path }) => !pages.includes(path))) {
      if (route.path.includes('(.*)')) continue
      for (const address of addressesOf(route)) {
        const { status, text, asked } = await ask(null, route, address)
        const secrets = [...told(text, theirs, asked), ...told(text, ours, asked)]
        if (secrets.length > 0 || status >= 500 || (status < 300 && !open.includes(route.path)))
          wrong.push(`${route.method} ${address} ${status} ${text.slice(0, 200)}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  for (const role of Object.keys(answered)) {
    it(`is nothing of others’ cases to the role ${role}, and never a fault`, async () => {
      const staff = await as(role)
      const wrong: string[] = []
      for (const route of managed()) {
        for (const address of addressesOf(route)) {
          const { status, text, asked } = await ask(staff, route, address)
          const key = `${route.method} ${route.path}`
          const isOfCases = address.includes(caseUid) || !route.path.includes(':')
          const isAnswered = [...everybody, ...(answered[role] ?? [])].includes(key)
          const secrets = told(text, theirs, asked)
          const ofOurs = role === 'unit-clerk' ? [] : told(text, ours, asked)
          if (status >= 500 || secrets.length + ofOurs.length > 0)
            wrong.push(`${key} ${address} ${status} ${[...secrets, ...ofOurs].join()}`)
          else if (isOfCases && status < 300 && !isAnswered)
            wrong.push(`${key} ${address} ${status} ${text.slice(0, 300)}`)
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  const deskDoors = () =>
    routes
      .filter(({ path }) => path.startsWith('/desk/'))
      .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`)
  const fill = (door: string, { documentId }: CaseEntry) => {
    const [method = '', path = ''] = door.split(' ')
    const about = path.startsWith('/desk/cases') ? documentId : 'a23456789012345678901234'
    const address = path
      .replace(':uid', 'api::essay.essay')
      .replace(':documentId', about)
      .replace(':id', 'nothing')
    return { method, address }
  }
  const knock = async (staff: Staff, door: string, entry: CaseEntry) => {
    const { method, address } = fill(door, entry)
    const seen = { seen: { revision: 0, steps: 0 } }
    if (method !== 'GET') return staff.call(method, address, seen)
    const answer = await staff.fetch(address)
    return { status: answer.status, body: await answer.text() }
  }

  it('has a row in the table for each route of the desk', () => {
    const known = deskDoors()
    assert.ok(known.length > 50, String(known.length))
    assert.deepEqual(known.filter((door) => !(door in doors)).map(whatToAdd), [])
    assert.deepEqual(
      Object.keys(doors).filter((door) => !known.includes(door)),
      [],
      'these are no routes any more: take them out of tests/support/desk/doors.ts',
    )
  })

  for (const role of deskRoles) {
    it(`answers the role ${role} where the table says so, and refuses it everywhere else`, async () => {
      const staff = await as(role)
      const wrong: string[] = []
      for (const [door, roles] of Object.entries({ ...doors, ...strapiDoors })) {
        const isAnswered = roles.includes(role)
        if (isAnswered && longWork.includes(door)) continue
        const { status, body } = await knock(staff, door, ours)
        const isRefused = status === 403
        if (status >= 500 || isRefused === isAnswered)
          wrong.push(`${door} ${status} ${JSON.stringify(body).slice(0, 120)}`)
      }
      assert.deepEqual(wrong, [])
    })
  }

  it('refuses a unit every door of the case of others, and says nothing of it', async () => {
    const unit = await as('unit-clerk')
    for (const door of Object.keys(doors)) {
      if (!door.includes('/desk/cases/:documentId')) continue
      const { status, body } = await knock(unit, door, theirs)
      assert.equal(status, 403, door)
      assert.deepEqual(told(JSON.stringify(body), theirs, ''), [], door)
    }
  })

  it('refuses every door of the desk to whoever is not signed in', async () => {
    for (const door of [...Object.keys(doors), ...Object.keys(strapiDoors)]) {
      const { method, address } = fill(door, ours)
      const { status } = await fetch(office.cms + address, { method })
      assert.equal(status, 401, door)
    }
  })

  it('gives the words of a case to no administrator, who handles none', async () => {
    const administrator = await as('administrator')
    for (const path of ['', `/${ours.documentId}`, '?_q=本单位办的事项']) {
      const { status, body } = await administrator.call('GET', collection('case') + path)
      assert.equal(status, 200, path)
      assert.doesNotMatch(JSON.stringify(body), /本单位办的事项|旁观人甲|"facts"|"request"|"reply"/)
    }
  })

  checkAuditor(
    () => office,
    (role) => as(role),
    () => ({ ours, theirs }),
  )

  it('counts nothing for anybody', async () => {
    for (const role of ['unit-clerk', 'publicity-author', 'case-clerk', 'administrator']) {
      const staff = await as(role)
      const { status } = await staff.call('GET', '/content-manager/homepage/count-documents')
      assert.ok([403, 404].includes(status), `${role} ${status}`)
    }
  })

  checkInnerFields(
    (role) => as(role),
    () => ours,
  )
})
