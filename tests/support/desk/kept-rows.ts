import assert from 'node:assert/strict'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CasePapers } from '../../../cms/src/contracts/papers/papers.ts'
import { signInClerk } from '../case/clerk.ts'
import type { RunningCms } from './cms.ts'
import { collection, signIn, type Staff } from './staff.ts'
import { until } from '../machine/until.ts'

/** The types of what is kept of cases and of publications. */
export const kept = [
  'case',
  'case-event',
  'case-draft',
  'case-paper',
  'case-view',
  'notification',
  'quarantine',
  'edition',
  'workflow',
  'workflow-step',
]
const tables = kept.map((name) => `${name.replaceAll('-', '_')}s`)
/** What somebody would write into it. */
export const change = { title: '改写', state: '已办结', reply: '改写', number: '1234567890123456' }

type Id = { documentId: string; id: number }

export type KeptRows = Awaited<ReturnType<typeof openKeptRows>>

/** Fills a desk with a row of each, and gives ways to look at them and to try to change them. */
export async function openKeptRows(office: RunningCms) {
  const rowOf = new Map<string, Id>()

  function within<T>(work: (database: Database.Database) => T): T {
    const database = new Database(join(office.dataDir, 'cms', 'cms.db'))
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  const clerk = await signInClerk(office)
  const entry = await clerk.wait(await office.mailbox.file(), 'the case')
  await clerk.take(entry, { kind: 'register' })
  const page = `/desk/cases/${entry.documentId}`
  const parts = { request: '', facts: '写了一半', opinion: '', basis: '', citations: [] }
  const fields = { step: 'reply', unit: '', body: '', reason: '', parts }
  const draft = await clerk.call('PUT', `${page}/draft`, { seen: 0, fields })
  assert.equal(draft.status, 200, JSON.stringify(draft.body))
  const { body: papers } = await clerk.call('GET', `${page}/papers`)
  const [receipt] = (papers as CasePapers).papers
  const paper = await clerk.call('POST', `${page}/papers`, {
    paper: receipt?.paper,
    of: receipt?.of,
    about: receipt?.about,
  })
  assert.equal(paper.status, 200, JSON.stringify(paper.body))
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
  const viewsBefore = within(
    (database) => database.prepare('select count(*) as n from case_views').get() as { n: number },
  ).n

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
  return { entry, rowOf, within, everything, tryAll }
}
