import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { CasePage } from '../../../cms/src/contracts/cases/page.ts'
import type {
  LikelyRepeats,
  RegisteredCase,
} from '../../../cms/src/contracts/cases/registration.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { newForm } from '../../support/case/registration.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn } from '../../support/desk/staff.ts'

const roles = ['unit-clerk', 'publicity-author', 'publicity-publisher', 'administrator'] as const

describe('earlier cases that are like one', () => {
  let office: RunningCms
  let clerk: Clerk
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
  })

  const pageOf = async ({ documentId }: { documentId: string }) =>
    (await clerk.call('GET', `/desk/cases/${documentId}/page`)).body as CasePage

  it('are shown with why and the same words, to the bureau only', async () => {
    const facts = '五号楼东侧的雨水井盖破损已经一个月，昨晚有人踩空扭伤了脚。'
    const told = { name: '赵六一', phone: '13700009999', title: '井盖破损', facts }
    const form = newForm({ ...told, request: '请更换井盖。' })
    const registered = await clerk.call('POST', '/desk/cases', form)
    assert.equal(registered.status, 200)
    const earlier = registered.body as RegisteredCase
    const ask = async (changes: object) => {
      const question = { topic: '', region: '', name: '', phone: '', ...changes }
      const { status, body } = await clerk.call('POST', '/desk/cases/repeats', question)
      assert.equal(status, 200, JSON.stringify(body))
      return (body as LikelyRepeats).repeats
    }
    const [byPhone, ...more] = await ask({ phone: '１３７-0000 9999' })
    assert.deepEqual(
      [byPhone?.number, byPhone?.state, byPhone?.reasons],
      [earlier.number, '已登记', ['同一电话']],
    )
    assert.deepEqual(more, [])
    assert.match(byPhone?.law ?? '', /期限照常计算/)
    const words = '我也来反映：五号楼东侧的雨水井盖破损已经一个月，请快修。'
    const [byWords] = await ask({ facts: words, region: 'chengxi-liuan', topic: 'transport' })
    assert.equal(byWords?.number, earlier.number)
    assert.equal(byWords.passages[0]?.match, '五号楼东侧的雨水井盖破损已经一个月')
    for (const nothing of [
      {},
      { phone: '13600000000' },
      { facts: '社区图书室周末想开门，请研究。' },
      { name: '赵六一' },
    ])
      assert.deepEqual(await ask(nothing), [], JSON.stringify(nothing))

    const online = await office.mailbox.file({ ...told, request: '又来反映井盖。' })
    const entry = await clerk.wait(online, 'the case')
    const at = `/desk/cases/${entry.documentId}`
    const like = (await clerk.call('GET', `${at}/repeats`)).body as LikelyRepeats
    assert.deepEqual(
      like.repeats.map(({ number }) => number),
      [earlier.number],
    )
    const older = (await clerk.call('GET', `/desk/cases/${earlier.documentId}/repeats`)).body
    assert.deepEqual((older as LikelyRepeats).repeats, [])
    const { seen } = (await pageOf(entry)).desk
    const link = { of: earlier.number, reason: '同一个井盖', seen }
    for (const [body, status] of [
      [{ ...link, of: online }, 400],
      [{ ...link, reason: ' ' }, 400],
      [{ ...link, of: '9999999999999999' }, 400],
      [link, 200],
      [link, 409],
    ] as const) {
      assert.equal((await clerk.call('POST', `${at}/repeat-of`, body)).status, status)
    }
    assert.match(JSON.stringify((await pageOf(entry)).events), /登记为重复信访/)
    assert.equal((await clerk.find(online))?.state, '已收到，待登记')
    for (const role of roles) {
      const staff = await signIn(office, role)
      const doors = [
        await staff.call('POST', '/desk/cases/repeats', { phone: told.phone }),
        await staff.call('GET', `${at}/repeats`),
        await staff.call('POST', `${at}/repeat-of`, link),
      ]
      assert.deepEqual(
        doors.map(({ status }) => status),
        [403, 403, 403],
        role,
      )
    }
    const log = await office.log()
    for (const secret of [told.name, told.phone, told.title]) assert.ok(!log.includes(secret))
  })
})
