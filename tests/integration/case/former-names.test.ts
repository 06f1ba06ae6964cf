import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'

type Row = { documentId: string }

describe('a petition that was on its way when its topic or place was deleted', () => {
  let office: RunningCms
  let clerk: Clerk
  let publisher: Staff

  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    publisher = await signIn(office, 'publicity-publisher')
  })

  const make = async (type: string, data: object): Promise<Row> => {
    const { status, body } = await publisher.call('POST', collection(type), data)
    assert.equal(status, 201, JSON.stringify(body))
    return (body as { data: Row }).data
  }
  const remove = async (type: string, { documentId }: Row) => {
    const { status } = await publisher.call('DELETE', `${collection(type)}/${documentId}`)
    assert.equal(status, 200)
  }

  it('shows the words that were chosen', async () => {
    await remove(
      'topic',
      await make('topic', { name: '河道保洁', slug: 'river-cleaning', order: 90 }),
    )
    const district = await make('region', { name: '柳河区', slug: 'liuhe', tier: '区' })
    const parent = { connect: [{ documentId: district.documentId }] }
    const street = { name: '河东街道', slug: 'liuhe-hedong', tier: '乡镇街道', parent }
    await remove('region', await make('region', street))
    await remove('region', district)
    for (const [given, topic, region] of [
      [{ topic: 'river-cleaning', region: 'liuhe-hedong' }, '河道保洁', '柳河区 河东街道'],
      [{ topic: 'river-cleaning', region: 'liuhe' }, '河道保洁', '柳河区'],
      [{ topic: 'never-was', region: 'never-was' }, '名单里没有', '名单里没有'],
    ] as const) {
      const { documentId } = await clerk.wait(await office.mailbox.file(given), 'the case')
      const { body } = await clerk.call('GET', `${collection('case')}/${documentId}`)
      const { data } = body as { data: { topic: string; region: string } }
      assert.deepEqual([data.topic, data.region], [topic, region])
    }
  })
})
