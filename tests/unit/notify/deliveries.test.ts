import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  describeDeliveries,
  type DeliveryRecord,
} from '../../../cms/src/casework/notify/describe-deliveries.ts'

const wish = { notifyBy: '短信', petitionerPhone: '13800000000', petitionerEmail: null }
const channels = { sms: () => Promise.resolve({ kind: 'sent' as const }) }
const sent: DeliveryRecord = {
  step: '已登记',
  by: 'sms',
  state: 'sent',
  attempts: 1,
  reason: null,
  sentAt: '2026-11-22T01:05:00.000Z',
}
const failed: DeliveryRecord = {
  ...sent,
  step: '已受理',
  state: 'failed',
  reason: '短信网关拒收（400）',
}

describe('what case staff see of telling the petitioner', () => {
  it('is whether and when the latest step was told, on the clock of the office', () => {
    const [line] = describeDeliveries(wish, channels, [{ ...sent, step: '已收到' }, sent])
    assert.match(line ?? '', /“已登记”已于11月22日 ?09:05用短信告知信访人/)
  })

  it('is every step that could not be told, with the reason and what to do', () => {
    assert.deepEqual(describeDeliveries(wish, channels, [failed, sent]).length, 2)
    assert.equal(
      describeDeliveries(wish, channels, [failed])[0],
      '“已受理”没有能用短信告知信访人：短信网关拒收（400）。请打电话告知。',
    )
  })

  it('is that it will be tried again', () => {
    const waiting: DeliveryRecord = { ...failed, state: 'waiting', attempts: 2, reason: '没有应答' }
    assert.match(
      describeDeliveries(wish, channels, [waiting])[0] ?? '',
      /已试 2 次：没有应答。还会再试/,
    )
  })

  it('is what stands in the way', () => {
    assert.match(describeDeliveries(wish, {}, []).join(), /短信未配置/)
    const landline = { ...wish, petitionerPhone: '01012345678' }
    assert.match(describeDeliveries(landline, channels, []).join(), /号码收不到/)
    assert.match(describeDeliveries({ ...wish, notifyBy: null }, channels, []).join(), /没有要求/)
  })
})
