import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { pngOf } from '../../support/files/files.ts'
import { essay } from '../../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

/** Ways of asking for what a colleague’s account says; `TRY` stands for a guess. */
const probes = [
  'filters[createdBy][email][$startsWith]=TRY',
  'filters[updatedBy][email][$contains]=TRY',
  'filters[$and][0][createdBy][email][$startsWithi]=TRY',
  'filters[$or][0][$not][updatedBy][email][$eq]=TRY',
  'filters[createdBy][firstname][$startsWith]=TRY',
  'filters[createdBy][roles][name][$startsWith]=TRY',
  'filters[createdBy][resetPasswordToken][$startsWith]=TRY',
  'filters[unit][createdBy][email][$startsWith]=TRY',
  'filters[cover][updatedBy][email][$startsWith]=TRY',
  'filters[createdBy][createdBy][email][$startsWith]=TRY',
  'filters[%63reatedBy][email][$startsWith]=TRY',
  'sort=createdBy.email:asc',
  'sort[createdBy][email]=desc',
  'sort[0]=title:asc&sort[1]=updatedBy.email:asc',
  'populate=createdBy',
  'populate[0]=updatedBy',
  'populate[createdBy][fields][0]=email',
  'populate[createdBy][filters][email][$startsWith]=TRY',
  'populate[cover][populate][createdBy]=true',
  'populate[cover][filters][createdBy][email][$startsWith]=TRY',
]

describe('what staff learn of colleagues’ accounts', () => {
  let desk: RunningCms
  let entry: string
  const emails = new Map<string, string>()
  before(async () => {
    desk = await sharedDesk()
    for (const { role, email } of desk.logins) emails.set(role, email)
    const author = await signIn(desk, 'publicity-author')
    const made = await author.call('POST', collection('essay'), essay('by-whom'))
    entry = (made.body as { data: { documentId: string } }).data.documentId
    const sent = await author.send('/upload', '照片.png', pngOf(4, 4, ''), 'files')
    assert.equal(sent.status, 201)
  })

  const doors = () => [
    collection('essay'),
    `${collection('essay')}/${entry}`,
    collection('notice'),
    collection('department'),
    '/content-manager/single-types/api::settings.settings',
    `/content-manager/relations/api::notice.notice/unit`,
    `/content-manager/relations/api::essay.essay/${entry}/campaign`,
    '/upload/files',
    '/upload/folders',
    '/content-manager/homepage/recent-documents?action=update&',
  ]
  const ask = async (staff: Staff, door: string, query: string) => {
    const { status, body } = await staff.call(
      'GET',
      `${door}${door.includes('?') ? '' : '?'}${query}`,
    )
    return { status, text: JSON.stringify(body) }
  }

  for (const role of ['publicity-author', 'publicity-publisher', 'case-clerk', 'unit-clerk']) {
    it(`is nothing to the role ${role}, by filters, sorting or populating, at any door`, async () => {
      const staff = await signIn(desk, role)
      const address = emails.get('publicity-author') ?? assert.fail()
      const wrong: string[] = []
      for (const door of doors()) {
        for (const probe of probes) {
          const right = await ask(staff, door, probe.replace('TRY', address.slice(0, 12)))
          const guess = await ask(staff, door, probe.replace('TRY', 'nobody-is-called-so'))
          const said = `${door} ${probe} ${right.status}`
          if (right.status !== 400 && right.status !== 403) wrong.push(said)
          else if (right.text !== guess.text || right.text.includes(address))
            wrong.push(`${said} differs`)
          else if (right.status === 400 && !right.text.includes('同事的账号'))
            wrong.push(`${said} ${right.text}`)
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  it('is not their address, by searching, as a relation, or in the export', async () => {
    const author = await signIn(desk, 'publicity-reviewer')
    const address = emails.get('publicity-author') ?? assert.fail()
    for (const door of doors()) {
      const found = await ask(author, door, `_q=${encodeURIComponent(address)}`)
      const none = await ask(author, door, '_q=nobody-is-called-so')
      assert.equal(found.text, none.text, door)
    }
    for (const field of ['createdBy', 'updatedBy']) {
      for (const path of [`api::essay.essay/${field}`, `api::essay.essay/${entry}/${field}`]) {
        const { status, text } = await ask(author, `/content-manager/relations/${path}`, '')
        assert.ok(status >= 400 && status < 500, `${path} ${status}`)
        assert.ok(!text.includes(address))
      }
    }
    const clerk = await signIn(desk, 'case-clerk')
    const { status } = await clerk.call('GET', '/desk/cases/export.csv?filters[createdBy][email]=a')
    assert.equal(status, 400)
  })

  it('still lets a list be narrowed to what somebody wrote, by the account’s number', async () => {
    const administrator = await signIn(desk, 'administrator')
    const { status } = await ask(
      administrator,
      collection('essay'),
      'filters[$and][0][createdBy][id][$eq]=1',
    )
    assert.equal(status, 200)
  })
})
